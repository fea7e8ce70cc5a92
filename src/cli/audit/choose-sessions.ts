import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../core/failure.ts";
import { findRepository } from "../../pack/find-project.ts";
import { lastSession, sessionWithId } from "../../trace/find-session.ts";
import { sessionsIn, sessionsSince } from "../../trace/list-sessions.ts";
import { sessionMetaOf } from "../../trace/read-session-meta.ts";
import { sessionsDirectory } from "../../trace/sessions-directory.ts";
import type { Io } from "../io.ts";
import { parseSince } from "./parse-since.ts";

interface Choice {
  readonly last?: true;
  readonly session?: string;
  readonly since?: string;
}

/** Sessions to audit. */
export interface ChosenSessions {
  /** Paths of the roots' files, the oldest first where several were looked for. */
  readonly files: readonly string[];
  /** Whether one session was asked for, and not however many there are. */
  readonly one: boolean;
}

/**
 * The sessions a command line names: files, directories of them, an id, those since a moment, or else the last one of
 * the repository around `cwd`.
 * @throws Failure cli/usage, trace/no-session, parse/unreadable
 */
export async function chooseSessions(io: Io, named: readonly string[], choice: Choice): Promise<ChosenSessions> {
  const { last, session, since } = choice;
  const ways = [named.length > 0 && "a file", last && "--last", session !== undefined && "--session"].filter(Boolean);
  if (ways.length > 1) throw usage(`${ways.join(" and ")} exclude each other`);
  if (since !== undefined && (last || session !== undefined)) throw usage("--since asks for all sessions of a time");
  const sinceMs = since === undefined ? undefined : parseSince(since, Date.now());
  if (named.length > 0) return namedSessions(io.cwd, named, sinceMs);
  const sessions = sessionsDirectory(io.env);
  if (session !== undefined) return { files: [await sessionWithId(sessions, session)], one: true };
  const checkout = realpathSync(findRepository(io.cwd) ?? io.cwd);
  if (sinceMs !== undefined) return { files: await sessionsSince(sessions, sinceMs, checkout), one: false };
  return { files: [await lastSession(sessions, checkout)], one: true };
}

async function namedSessions(cwd: string, named: readonly string[], sinceMs = 0): Promise<ChosenSessions> {
  const files: string[] = [];
  let one = named.length === 1;
  for (const name of named) {
    const path = resolve(cwd, name);
    if (!isDirectory(path)) {
      files.push(path);
      continue;
    }
    one = false;
    const found = await sessionsIn(path);
    if (found.length === 0)
      throw new Failure("trace/no-session", "there is no session in this directory", {
        where: { file: name },
        hint: "name a directory that holds files rollout-….jsonl",
      });
    for (const file of found) if (sinceMs === 0 || (await startOf(file)) >= sinceMs) files.push(file);
  }
  return { files: [...new Set(files)], one };
}

async function startOf(file: string): Promise<number> {
  return Date.parse((await sessionMetaOf(file))?.startedAt ?? "");
}

/** What is no directory, or cannot be asked, is for the reader of sessions to speak about. */
function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function usage(message: string): Failure {
  return new Failure("cli/usage", message, { status: 2, hint: "name sessions in one way" });
}
