import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { liesIn } from "./lies-in.ts";
import { unreadable } from "./read-session-meta.ts";
import { rootOf, rootSessions } from "./root-sessions.ts";

/** The root sessions started at or after a moment (milliseconds since the epoch) in a checkout or below it, or anywhere, the oldest first. */
export function sessionsSince(sessions: string, sinceMs: number, checkout?: string): string[] {
  const files: string[] = [];
  const first = new Date(sinceMs).toISOString();
  // A day's folder is named by local time, which is a day off at most.
  const [firstDay = ""] = new Date(sinceMs - 86_400_000).toISOString().split("T");
  for (const { file, meta } of rootSessions(sessions, firstDay)) {
    if (meta.startedAt >= first && (checkout === undefined || liesIn(meta.cwd, checkout))) files.push(file);
  }
  return files.reverse();
}

/**
 * The root sessions in a directory and below it, the oldest first. Links are not followed.
 * @throws Failure parse/unreadable
 */
export function sessionsIn(directory: string): string[] {
  const files = allEntries(directory).filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"));
  const roots: string[] = [];
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    if (rootOf(file) !== undefined) roots.push(file);
  }
  return roots;
}

function allEntries(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true, recursive: true });
  } catch (error) {
    throw unreadable(directory, error);
  }
}
