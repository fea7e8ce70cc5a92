import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { liesIn } from "./lies-in.ts";
import { unreadable } from "./read-session-meta.ts";
import { rootOf, rootSessions } from "./root-sessions.ts";

/** The root sessions started at or after a moment (milliseconds since the epoch) in a checkout or below it, or anywhere, the oldest first. */
export async function sessionsSince(sessions: string, sinceMs: number, checkout?: string): Promise<string[]> {
  const files: string[] = [];
  const first = new Date(sinceMs).toISOString();
  // A day's folder is named by local time, which is a day off at most.
  const [firstDay = ""] = new Date(sinceMs - 86_400_000).toISOString().split("T");
  for await (const { file, meta } of rootSessions(sessions, firstDay)) {
    if (meta.startedAt >= first && (checkout === undefined || liesIn(meta.cwd, checkout))) files.push(file);
  }
  return files.reverse();
}

/**
 * The root sessions in a directory and below it, the oldest first. Links are not followed.
 * @throws Failure parse/unreadable
 */
export async function sessionsIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch((cause: unknown) => {
    throw unreadable(directory, cause);
  });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"));
  const roots: string[] = [];
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    if ((await rootOf(file)) !== undefined) roots.push(file);
  }
  return roots;
}
