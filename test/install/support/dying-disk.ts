import type { Content } from "../../../src/install/content.ts";
import type { Disk } from "../../../src/install/disk.ts";

/** Thrown by every operation from the moment of death on: nothing that runs afterwards can reach the disk. */
export class Killed extends Error {}

/**
 * A disk whose process dies just before its `last`-th write (of any kind). With `torn`, a file being written at that
 * moment is left half written.
 */
export function dyingDisk(disk: Disk, last: number, torn = false): Disk {
  let count = 0;
  const step = (): boolean => {
    count++;
    if (count < last) return false;
    if (count === last && torn) return true;
    throw new Killed(`at write ${count}`);
  };
  const alive = <T>(result: () => T): T => {
    if (count >= last) throw new Killed();
    return result();
  };
  const write: Disk["create"] = (path, content, mode) => {
    if (!step()) return disk.create(path, content, mode);
    disk.create(path, content.slice(0, content.length / 2) as Content, mode);
    throw new Killed(`in write ${count}`);
  };
  return {
    look: (path) => alive(() => disk.look(path)),
    names: (path) => alive(() => disk.names(path)),
    read: (path) => alive(() => disk.read(path)),
    create: write,
    createSafely: async (path, content, mode) => write(path, content, mode),
    copySafely: async (from, path) => write(path, disk.read(from)),
    syncDirectory: async (path) => {
      if (step()) throw new Killed();
      return disk.syncDirectory(path);
    },
    rename: (from, to) => {
      if (step()) throw new Killed();
      disk.rename(from, to);
    },
    remove: (path) => {
      if (step()) throw new Killed();
      disk.remove(path);
    },
    makeDirectory: (path) => {
      if (step()) throw new Killed();
      disk.makeDirectory(path);
    },
    removeDirectory: (path) => {
      if (step()) throw new Killed();
      disk.removeDirectory(path);
    },
  };
}
