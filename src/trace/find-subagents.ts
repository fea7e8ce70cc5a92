import { firstBytesOf, sessionMetaOf } from "./read-session-meta.ts";
import { neighbouringFiles } from "./session-files.ts";
import type { SessionMeta } from "./session-meta.ts";

/** A session file with what its first line says. */
export interface SessionFile {
  readonly file: string;
  readonly meta: SessionMeta;
}

/** Ids stand at the beginning of the first line. */
const idBytes = 1024;

/** Finds the files of a session's subagents beside its own, by name and first line; those that cannot be read are left out. */
export function findSubagents(root: SessionFile, lastAt: string): SessionFile[] {
  const found: SessionFile[] = [];
  for (const file of neighbouringFiles(root.file, lastAt)) {
    const meta = file === root.file ? undefined : metaOfSubagent(file, root.meta.thread);
    if (meta === undefined) continue;
    if (!found.some((other) => other.meta.thread === meta.thread)) found.push({ file, meta });
  }
  return found;
}

function metaOfSubagent(file: string, session: string): SessionMeta | undefined {
  try {
    if (!firstBytesOf(file, idBytes).includes(session)) return undefined;
    const meta = sessionMetaOf(file);
    return meta !== undefined && meta.parent !== null && meta.session === session ? meta : undefined;
  } catch {
    return undefined;
  }
}
