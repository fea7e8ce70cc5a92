import { join } from "node:path";
import type { SessionFile } from "./find-subagents.ts";
import { sessionMetaOf } from "./read-session-meta.ts";
import { entriesIn, sessionFilesIn } from "./session-files.ts";

/** The root sessions below a directory of Codex's, the newest first, from a day on (`YYYY-MM-DD`). Only first lines are read. */
export function* rootSessions(sessions: string, firstDay?: string): Generator<SessionFile> {
  for (const file of filesNewestFirst(sessions, firstDay)) {
    const root = rootOf(file);
    if (root !== undefined) yield root;
  }
}

/** The session file, if it is a root's and can be read. */
export function rootOf(file: string): SessionFile | undefined {
  try {
    const meta = sessionMetaOf(file);
    return meta?.parent === null ? { file, meta } : undefined;
  } catch {
    return undefined;
  }
}

/** Session files below a directory of Codex's by their names' times, the newest first, from a day on (`YYYY-MM-DD`). */
export function* filesNewestFirst(sessions: string, firstDay = ""): Generator<string> {
  for (const year of foldersIn(sessions, /^\d{4}$/)) {
    for (const month of foldersIn(join(sessions, year), /^\d{2}$/)) {
      for (const day of foldersIn(join(sessions, year, month), /^\d{2}$/)) {
        if (`${year}-${month}-${day}` < firstDay) return;
        yield* sessionFilesIn(join(sessions, year, month, day)).reverse();
      }
    }
  }
}

function foldersIn(directory: string, name: RegExp): string[] {
  const folders = entriesIn(directory).filter((entry) => entry.isDirectory() && name.test(entry.name));
  return folders
    .map((entry) => entry.name)
    .sort()
    .reverse();
}
