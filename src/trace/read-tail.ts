import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/**
 * The lines at the end of a file, the last one first, out of so many bytes; the first of the file's may be cut. None where
 * there is no regular file, or only a link to one.
 */
export function readTail(file: string, mostBytes: number): string[] {
  let descriptor: number | undefined;
  try {
    const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY } = constants;
    descriptor = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return [];
    const bytes = Buffer.alloc(Math.min(stats.size, mostBytes));
    const length = readSync(descriptor, bytes, 0, bytes.length, stats.size - bytes.length);
    return bytes.toString("utf8", 0, length).split("\n").reverse();
  } catch {
    return [];
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
