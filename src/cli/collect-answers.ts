import { lstatSync, readdirSync, statSync } from "node:fs";
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
  /** Why a file of a directory could not be read as an answer: the others are checked all the same. */
  readonly failure?: Failure;
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
  for (const given of files) {
    const path = resolve(io.cwd, given);
    if (!isDirectory(path)) sources.push(await read(io.cwd, path, agent));
    else for (const one of answersIn(path, given)) sources.push(await readOneOfMany(io.cwd, one, agent));
  }
  return sources;
}

async function read(cwd: string, path: string, agent: string | undefined): Promise<AnswerSource> {
  const file = nameOf(cwd, path);
  return named(readText(path, file), file, agentOfName(basename(path)), agent);
}

async function readOneOfMany(cwd: string, path: string, agent: string | undefined): Promise<AnswerSource> {
  try {
    if (lstatSync(path).isSymbolicLink()) throw unread(nameOf(cwd, path), "it is a link, and none is followed here");
    const source = await read(cwd, path, agent);
    return source.agent === undefined ? { ...source, failure: unnamed(source.file) } : source;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { file: nameOf(cwd, path), text: "", failure: error };
  }
}

function nameOf(cwd: string, path: string): string {
  return relative(cwd, path) || basename(path);
}

/** Nothing says whose answer a file holds. */
export function unnamed(file: string): Failure {
  return new Failure("response/agent-unnamed", "nothing says which agent gave this answer", {
    status: 2,
    where: { file },
    hint: "pass --agent <name>, or name the file <agent>.json",
  });
}

function usage(message: string, hint: string): Failure {
  return new Failure("cli/usage", message, { status: 2, hint });
}

function answersIn(path: string, given: string): string[] {
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
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw unread(given, `it cannot be listed (${code})`, error);
  }
}

function unread(file: string, message: string, cause?: unknown): Failure {
  return new Failure("parse/unreadable", message, { where: { file }, cause, hint: "check the path" });
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
