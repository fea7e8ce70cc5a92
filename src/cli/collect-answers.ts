import { readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import type { Span } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { readText } from "../pack/read-text.ts";
import type { Io } from "./io.ts";

/** An answer to check: its text, where it came from, and the agent, when anything names one. */
export interface AnswerSource {
  readonly file: string;
  readonly text: string;
  readonly agent?: string;
  /** The text of the file, where the answer is a part of it. */
  readonly whole?: string;
  /** Where something of `text` stands in `whole`; left out where that is the same place. */
  readonly relocate?: (span: Span) => Span;
}

interface Choice {
  readonly agent?: string;
  readonly stdin?: true;
}

/**
 * Reads the answers a command line names: files, directories (every `.json` in them, deeper ones too), or standard input.
 * @throws Failure cli/usage, parse/unreadable
 */
export async function collectAnswers(
  io: Io,
  files: readonly string[],
  { agent, stdin }: Choice,
): Promise<AnswerSource[]> {
  if (stdin === true && files.length > 0) throw usage("--stdin and files exclude each other", "leave one of them out");
  if (stdin !== true && files.length === 0)
    throw usage("no answer was given", "name a file, a directory, or pass --stdin");
  if (stdin === true) return [await named(await io.readStdin(), "<stdin>", undefined, agent)];
  const sources: AnswerSource[] = [];
  for (const path of files.flatMap((path) => expand(io.cwd, path))) {
    const file = relative(io.cwd, path) || basename(path);
    sources.push(await named(readText(path, file), file, agentOfName(basename(path)), agent));
  }
  return sources;
}

function usage(message: string, hint: string): Failure {
  return new Failure("cli/usage", message, { status: 2, hint });
}

function expand(cwd: string, given: string): string[] {
  const path = resolve(cwd, given);
  if (!isDirectory(path)) return [path];
  const names = filesBelow(path, given)
    .filter((name) => name.endsWith(".json"))
    .sort();
  if (names.length === 0) throw usage(`there is no .json file in "${given}"`, "name a directory that holds answers");
  return names;
}

/** What is no directory, or cannot be asked, is for the reader of files to speak about. */
function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function filesBelow(path: string, given: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    const where = { file: given };
    throw new Failure("parse/unreadable", `it cannot be listed (${code})`, {
      where,
      cause: error,
      hint: "check the path",
    });
  }
}

/** `task-executor.json`, `task-executor.02.json`. */
function agentOfName(name: string): string | undefined {
  return /^([a-z][a-z0-9-]*)(?:\.\d+)?\.json$/.exec(name)?.[1];
}

/** The agent is the one the command line names, else the envelope's, else the file name's. */
async function named(
  text: string,
  file: string,
  byName: string | undefined,
  asked: string | undefined,
): Promise<AnswerSource> {
  const enclosed = asked === undefined ? agentOfEnvelope(text) : undefined;
  const agent = asked ?? enclosed ?? byName;
  if (agent === undefined) return { file, text };
  if (enclosed === undefined) return { file, text, agent };
  const { openEnvelope } = await import("./open-envelope.ts");
  return { file, agent, whole: text, ...openEnvelope(text, file) };
}

/** The agent that `{"agent": "<name>", "answer": …}` names; undefined for anything else. */
function agentOfEnvelope(text: string): string | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value = JSON.parse(text.trim()) as object;
    const { agent, answer } = value as { agent?: unknown; answer?: unknown };
    const isEnvelope = typeof agent === "string" && answer !== undefined && Object.keys(value).length === 2;
    return isEnvelope ? agent : undefined;
  } catch {
    return undefined;
  }
}
