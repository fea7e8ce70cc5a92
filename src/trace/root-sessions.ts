import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { SessionFile } from "./find-subagents.ts";
import { sessionMetaOf } from "./read-session-meta.ts";
import { sessionFilesIn } from "./session-files.ts";

/** The root sessions below a directory of Codex's, the newest first, from a day on (`YYYY-MM-DD`). Only first lines are read. */
export async function* rootSessions(sessions: string, firstDay?: string): AsyncGenerator<SessionFile> {
  for await (const file of filesNewestFirst(sessions, firstDay)) {
    const root = await rootOf(file);
    if (root !== undefined) yield root;
  }
}

/** The session file, if it is a root's and can be read. */
export async function rootOf(file: string): Promise<SessionFile | undefined> {
  const meta = await sessionMetaOf(file).catch(() => undefined);
  return meta?.parent === null ? { file, meta } : undefined;
}

/** Session files below a directory of Codex's by their names' times, the newest first, from a day on (`YYYY-MM-DD`). */
export async function* filesNewestFirst(sessions: string, firstDay = ""): AsyncGenerator<string> {
  for (const year of await foldersIn(sessions, /^\d{4}$/)) {
    for (const month of await foldersIn(join(sessions, year), /^\d{2}$/)) {
      for (const day of await foldersIn(join(sessions, year, month), /^\d{2}$/)) {
        if (`${year}-${month}-${day}` < firstDay) return;
        yield* (await sessionFilesIn(join(sessions, year, month, day))).reverse();
      }
    }
  }
}

async function foldersIn(directory: string, name: RegExp): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && name.test(entry.name));
  return folders
    .map((entry) => entry.name)
    .sort()
    .reverse();
}
