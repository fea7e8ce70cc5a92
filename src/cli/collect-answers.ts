import { readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { Failure } from "../core/failure.ts";
import { readText } from "../pack/read-text.ts";
import type { Io } from "./io.ts";

/** An answer to check: its text, where it came from, and the agent, when anything names one. */
export interface AnswerSource {
  readonly file: string;
  readonly text: string;
  readonly agent?: string;
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
  if (stdin === true) return [named(await io.readStdin(), "<stdin>", undefined, agent)];
  return files
    .flatMap((path) => expand(resolve(io.cwd, path)))
    .map((path) => {
      const file = relative(io.cwd, path) || basename(path);
      return named(readText(path, file), file, agentOfName(basename(path)), agent);
    });
}

function usage(message: string, hint: string): Failure {
  return new Failure("cli/usage", message, { status: 2, hint });
}

function expand(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (names.length === 0) throw usage(`there is no .json file in "${path}"`, "name a directory that holds answers");
  return names;
}

/** `task-executor.json`, `task-executor.02.json`. */
function agentOfName(name: string): string | undefined {
  return /^([a-z][a-z0-9-]*)(?:\.\d+)?\.json$/.exec(name)?.[1];
}

/** The agent is the one the command line names, else the envelope's, else the file name's. */
function named(text: string, file: string, byName: string | undefined, asked: string | undefined): AnswerSource {
  const envelope = asked === undefined ? openEnvelope(text) : undefined;
  const agent = asked ?? envelope?.agent ?? byName;
  return { file, text: envelope?.text ?? text, ...(agent === undefined ? {} : { agent }) };
}

/** `{"agent": "<name>", "answer": …}`: the answer as an object, or as the text the agent returned. */
function openEnvelope(text: string): { agent: string; text: string } | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const { agent, answer } = value as { agent?: unknown; answer?: unknown };
    const keys = Object.keys(value as object).length;
    if (typeof agent !== "string" || answer === undefined || keys !== 2) return undefined;
    return { agent, text: typeof answer === "string" ? answer : JSON.stringify(answer, null, 2) };
  } catch {
    return undefined;
  }
}
