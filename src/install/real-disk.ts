import {
  closeSync,
  fchmodSync,
  fsync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeSync,
} from "node:fs";
import { type Content, fromBytes } from "./content.ts";
import type { Disk, DiskEntry } from "./disk.ts";

/** The machine's disk. Only `sync` waits for hardware, so only it is asynchronous: many run at once. */
export const realDisk: Disk = {
  look: (path) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats === undefined ? undefined : { kind: kindOf(stats), mode: stats.mode & 0o7777, size: stats.size };
  },
  names: (path) => {
    try {
      return readdirSync(path).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  },
  read: (path) => fromBytes(readFileSync(path)),
  create: (path, content, mode) => closeSync(writeNew(path, content, mode)),
  createSafely: (path, content, mode) => synced(writeNew(path, content, mode)),
  copySafely: (from, path) => synced(copyNew(from, path)),
  syncDirectory: async (path) => {
    try {
      await synced(openSync(path, "r"));
    } catch {
      // Windows opens no directory, and some file systems sync none: what they do of themselves has to do.
    }
  },
  rename: renameSync,
  remove: unlinkSync,
  makeDirectory: (path) => void mkdirSync(path, { recursive: true }),
  removeDirectory: rmdirSync,
};

function kindOf(stats: Stats): DiskEntry["kind"] {
  if (stats.isSymbolicLink()) return "symlink";
  if (stats.isFile()) return "file";
  return stats.isDirectory() ? "directory" : "other";
}

/** In parts of this size the bytes of a large file need no memory of their own each time. */
const bytesAtOnce = 1 << 16;

function writeNew(path: string, content: Content, mode: number | undefined): number {
  return openNew(path, (descriptor) => {
    for (let at = 0; at < content.length; )
      at += writeSync(descriptor, content.slice(at, at + bytesAtOnce), null, "latin1");
    if (mode !== undefined) fchmodSync(descriptor, mode);
  });
}

function copyNew(from: string, path: string): number {
  const source = openSync(from, "r");
  try {
    return openNew(path, (descriptor) => {
      const bytes = Buffer.allocUnsafe(bytesAtOnce);
      for (;;) {
        const length = readSync(source, bytes);
        if (length === 0) return;
        for (let at = 0; at < length; ) at += writeSync(descriptor, bytes, at, length - at);
      }
    });
  } finally {
    closeSync(source);
  }
}

/** Creates a file, fills it and leaves it open. */
function openNew(path: string, fill: (descriptor: number) => void): number {
  const descriptor = openSync(path, "wx");
  try {
    fill(descriptor);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return descriptor;
}

/** Waits for the disk and closes. */
function synced(descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(descriptor, (error) => {
      closeSync(descriptor);
      if (error === null) resolve();
      else reject(error);
    });
  });
}
