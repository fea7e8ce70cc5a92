import type { SessionFile } from "./find-subagents.ts";
import { sessionMetaOf } from "./read-session-meta.ts";
import { filesNewestFirst } from "./session-files.ts";

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
