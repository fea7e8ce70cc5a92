import {
  chmodSync,
  closeSync,
  fsync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { fromBytes, toBytes } from "./content.ts";
import type { Disk, DiskEntry } from "./disk.ts";

/** The machine's disk. Only `sync` waits for hardware, so only it is asynchronous: many run at once. */
export const realDisk: Disk = {
  look: (path) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats === undefined ? undefined : { kind: kindOf(stats), mode: stats.mode & 0o7777 };
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
  create: (path, content, mode) => {
    writeFileSync(path, toBytes(content), { flag: "wx" });
    if (mode !== undefined) chmodSync(path, mode);
  },
  sync: (path) => syncPath(path, lstatSync(path).isDirectory()),
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

function syncPath(path: string, directory: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    // Windows syncs a file only through a handle that may write, and opens no directory at all.
    const flags = process.platform === "win32" && !directory ? "r+" : "r";
    let descriptor: number;
    try {
      descriptor = openSync(path, flags);
    } catch (error) {
      return directory ? resolve() : reject(error);
    }
    fsync(descriptor, (error) => {
      closeSync(descriptor);
      // Some file systems sync no directory; a file that cannot reach the disk is a failure.
      if (error === null || directory) resolve();
      else reject(error);
    });
  });
}
