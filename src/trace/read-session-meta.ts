import { closeSync, openSync, readSync, statSync } from "node:fs";
import { Failure } from "../core/failure.ts";
import { isoTime } from "./iso-time.ts";
import { fieldsOf, parseFields } from "./json-fields.ts";
import { readSessionMeta, type SessionMeta } from "./session-meta.ts";

const firstBytes = 1 << 16;
/** The first line holds Codex's base instructions; it is never longer than this. */
const longestFirstLine = 1 << 22;

/**
 * Reads what a session file says of itself, from its first line alone; undefined when it is not a session file.
 * @throws Failure parse/unreadable
 */
export function sessionMetaOf(file: string): SessionMeta | undefined {
  const { type, timestamp, payload } = parseFields(firstLine(file) ?? "") ?? {};
  return type === "session_meta"
    ? readSessionMeta(fieldsOf(payload), isoTime(timestamp, new Date(0).toISOString()))
    : undefined;
}

function firstLine(file: string): string | undefined {
  try {
    for (let size = firstBytes; size <= longestFirstLine; size *= 8) {
      const begin = firstBytesOf(file, size);
      const end = begin.indexOf(10);
      if (end !== -1 || begin.length < size) return begin.toString("utf8", 0, end === -1 ? begin.length : end);
    }
    return undefined;
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** The first bytes of a regular file, as many as there are. @throws the file system's error */
export function firstBytesOf(file: string, size: number): Buffer {
  // Before it is opened: a pipe would wait for a writer.
  if (!statSync(file).isFile()) throw Object.assign(new Error(), { code: "it is no regular file" });
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.allocUnsafe(size);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, size, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** The failure behind an error of the file system. */
export function unreadable(file: string, cause: unknown): Failure {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const why = code === "ENOENT" || code === "ENOTDIR" ? "there is no such file" : `it cannot be read (${code})`;
  return new Failure("parse/unreadable", why, { where: { file }, cause });
}
