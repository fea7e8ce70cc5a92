import { open, stat } from "node:fs/promises";
import { Failure } from "../core/failure.ts";
import { fieldsOf, parseFields, textOrNull } from "./json-fields.ts";
import { readSessionMeta, type SessionMeta } from "./session-meta.ts";

const firstBytes = 1 << 16;
/** The first line holds Codex's base instructions; it is never longer than this. */
const longestFirstLine = 1 << 22;

/**
 * Reads what a session file says of itself, from its first line alone; undefined when it is not a session file.
 * @throws Failure parse/unreadable
 */
export async function sessionMetaOf(file: string): Promise<SessionMeta | undefined> {
  const line = await firstLine(file);
  const { type, timestamp, payload } = parseFields(line ?? "") ?? {};
  return type === "session_meta" ? readSessionMeta(fieldsOf(payload), textOrNull(timestamp) ?? "") : undefined;
}

async function firstLine(file: string): Promise<string | undefined> {
  try {
    // Before it is opened: a pipe would wait for a writer.
    if (!(await stat(file)).isFile()) throw Object.assign(new Error(), { code: "it is no regular file" });
    const handle = await open(file, "r");
    try {
      for (let size = firstBytes; size <= longestFirstLine; size *= 8) {
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(size), 0, size, 0);
        const end = buffer.subarray(0, bytesRead).indexOf(10);
        if (end !== -1 || bytesRead < size) return buffer.toString("utf8", 0, end === -1 ? bytesRead : end);
      }
      return undefined;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** The failure behind an error of the file system. */
export function unreadable(file: string, cause: unknown): Failure {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const why = code === "ENOENT" || code === "ENOTDIR" ? "there is no such file" : `it cannot be read (${code})`;
  return new Failure("parse/unreadable", why, { where: { file }, cause });
}
