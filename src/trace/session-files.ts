import { type Dirent, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const dayFolder = /^(\d{4})[/\\](\d{2})[/\\](\d{2})$/;

/** A day's folder below a directory of sessions. */
function dayOf(directory: string): { readonly sessions: string; readonly day: number } | undefined {
  const month = dirname(directory);
  const year = dirname(month);
  const [, y, m, d] = dayFolder.exec(`${basename(year)}/${basename(month)}/${basename(directory)}`) ?? [];
  if (y === undefined) return undefined;
  return { sessions: dirname(year), day: Date.UTC(Number(y), Number(m) - 1, Number(d)) };
}

const dayMs = 86_400_000;
/** A session that was resumed for longer than this has its subagents looked for in its first days only. */
const mostDays = 400;

/**
 * The files that may belong to one session, by their names and places alone: those of the days it lasted, with a day
 * around them for the time zone, or those beside it where sessions lie flat. Links are not followed.
 */
export function neighbouringFiles(file: string, lastAt: string): string[] {
  const directory = dirname(file);
  const place = dayOf(directory);
  if (place === undefined) return sessionFilesIn(directory);
  const last = Date.parse(lastAt);
  const until = Math.min(Number.isNaN(last) ? place.day : last, place.day + mostDays * dayMs) + dayMs;
  const files: string[] = [];
  for (let day = place.day - dayMs; day <= until; day += dayMs) {
    const [date = ""] = new Date(day).toISOString().split("T");
    files.push(...sessionFilesIn(join(place.sessions, ...date.split("-"))));
  }
  return files;
}

/** The file of a session that began before another's, by its name: beside it, or in any day's folder. */
export function fileOfSession(beside: string, id: string): string | undefined {
  return fileNamed(beside, id);
}

/** The file of a session's subagent, by its name: beside the root's, or in the folder of a later day. Links are not followed. */
export function fileOfSubagent(root: string, thread: string): string | undefined {
  const place = dayOf(dirname(root));
  // With a day more for the time zone.
  const [firstDay] = place === undefined ? [] : new Date(place.day - dayMs).toISOString().split("T");
  return fileNamed(root, thread, firstDay);
}

function fileNamed(beside: string, id: string, firstDay?: string): string | undefined {
  const place = dayOf(dirname(beside));
  const isIts = (file: string): boolean => file.endsWith(`${id}.jsonl`);
  const near = sessionFilesIn(dirname(beside)).find(isIts);
  if (near !== undefined || place === undefined) return near;
  for (const file of filesNewestFirst(place.sessions, firstDay)) if (isIts(file)) return file;
  return undefined;
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

/** The session files of one directory, in the order of their names, which is that of time; none where there is none. */
export function sessionFilesIn(directory: string): string[] {
  const files = entriesIn(directory).filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"));
  return files.map((entry) => join(directory, entry.name)).sort();
}

/** A directory's entries; none where it cannot be read. */
function entriesIn(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}
