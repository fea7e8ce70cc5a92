import { open } from "node:fs/promises";
import { sessionMetaOf } from "./read-session-meta.ts";
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
export async function findSubagents(root: SessionFile, lastAt: string): Promise<SessionFile[]> {
  const found: SessionFile[] = [];
  for (const file of await neighbouringFiles(root.file, lastAt)) {
    if (file === root.file || !(await mentions(file, root.meta.thread))) continue;
    const meta = await sessionMetaOf(file).catch(() => undefined);
    if (meta === undefined || meta.parent === null || meta.session !== root.meta.thread) continue;
    if (!found.some((other) => other.meta.thread === meta.thread)) found.push({ file, meta });
  }
  return found;
}

async function mentions(file: string, id: string): Promise<boolean> {
  try {
    const handle = await open(file, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(idBytes), 0, idBytes, 0);
      return buffer.subarray(0, bytesRead).includes(id);
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
