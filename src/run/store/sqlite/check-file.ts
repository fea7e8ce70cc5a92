import { closeSync, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import type { Code } from "../../../core/codes.ts";
import { Failure } from "../../../core/failure.ts";
import { fileFailure } from "./file-failure.ts";
import { applicationId } from "./schema.ts";

/**
 * Looks at a store's file before SQLite does, which takes an empty file for a new database and reads what a cut one
 * lacks as zeros.
 * @returns whether there is a file
 * @throws Failure run/not-a-store, run/foreign-store, run/corrupt-store, run/read-only
 */
export function checkFile(file: string): boolean {
  const stats = guarded(file, () => lstatSync(file, { throwIfNoEntry: false }));
  if (stats === undefined) return false;
  if (!stats.isFile()) throw refused("run/not-a-store", file, "is not a regular file", "move it away");
  const { header, size } = readHeader(file);
  const restore = "move it away with its -wal and -shm, then restore a backup or: baton run import <export>";
  if (size === 0) throw refused("run/corrupt-store", file, "is empty, as no store ever is", restore);
  if (header.length < 100 || !header.toString("latin1").startsWith("SQLite format 3\0"))
    throw refused("run/not-a-store", file, "is not a database", "move it away; if it was your store, restore a backup");
  if (header.readUInt32BE(68) !== applicationId)
    throw refused("run/foreign-store", file, "is a database of something else", "move it away");
  if (hasLog(file)) return true;
  const expected = pageSize(header) * header.readUInt32BE(28);
  if (size !== expected)
    throw refused("run/corrupt-store", file, `has ${size} bytes where it should have ${expected}`, restore);
  return true;
}

function refused(code: Code, file: string, says: string, hint: string): Failure {
  return new Failure(code, `the store of runs ${says}`, { hint, where: { file } });
}

/** Source of the offsets: https://sqlite.org/fileformat2.html, section 1.3. */
function readHeader(file: string): { readonly header: Buffer; readonly size: number } {
  const descriptor = guarded(file, () => openSync(file, "r"));
  try {
    const bytes = Buffer.alloc(100);
    const read = readSync(descriptor, bytes, 0, 100, 0);
    return { header: bytes.subarray(0, read), size: fstatSync(descriptor).size };
  } finally {
    closeSync(descriptor);
  }
}

/** While a write-ahead log has pages, the file itself may be behind it, or be growing at this moment. */
function hasLog(file: string): boolean {
  return (lstatSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function guarded<T>(file: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw fileFailure(error, file);
  }
}

function pageSize(header: Buffer): number {
  const size = header.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
}
