import { join } from "node:path";
import { Failure } from "../core/failure.ts";
import { contentOf, shownText } from "./content.ts";
import type { Disk } from "./disk.ts";
import { absolutePath, type Place } from "./place.ts";
import type { Self } from "./self.ts";

/** Names of lock files in .baton. Each process has one of its own, so that a dead one's can be removed by anybody. */
const lockName = /^lock-(\d{1,10})$/;

/**
 * Takes the lock of a place: writes a lock file of this process, then looks for another live one. Whichever of two
 * processes looks last sees the other's file, so they never both go on.
 * @returns what gives the lock back, and takes .baton away again where nothing else is in it
 * @throws Failure install/locked
 */
export function takeLock(disk: Disk, place: Place, self: Self): () => void {
  const directory = absolutePath(place, ".baton");
  disk.makeDirectory(directory);
  const own = join(directory, `lock-${self.pid}`);
  // One with our own number is of a dead process that had it before us.
  if (disk.look(own) !== undefined) disk.remove(own);
  const { pid, host, startedAt } = self;
  disk.create(own, contentOf(`${JSON.stringify({ pid, host, startedAt })}\n`));
  const release = (): void => {
    disk.remove(own);
    if (disk.names(directory).length === 0) disk.removeDirectory(directory);
  };
  for (const { path, holder } of otherLocks(disk, place, self)) {
    if (isStale(holder, self)) {
      removeIfThere(disk, path);
      continue;
    }
    release();
    const since = holder?.startedAt === undefined ? "" : ` since ${holder.startedAt}`;
    throw new Failure("install/locked", `another install is at work here${since} (process ${holder?.pid ?? "unknown"} on ${holder?.host ?? "unknown"})`, {
      where: { file: path },
      hint: "wait for it to finish; if there is none, delete that file",
    });
  }
  return release;
}

/** Whether a lock file of a process that is gone lies in a place. */
export function hasStaleLock(disk: Disk, place: Place, self: Self): boolean {
  return otherLocks(disk, place, self).some(({ holder }) => isStale(holder, self));
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly startedAt?: string;
}

function otherLocks(disk: Disk, place: Place, self: Self): { path: string; holder: Holder | undefined }[] {
  const directory = absolutePath(place, ".baton");
  return disk.names(directory).flatMap((name) => {
    const pid = lockName.exec(name)?.[1];
    if (pid === undefined || Number(pid) === self.pid) return [];
    const path = join(directory, name);
    return [{ path, holder: readHolder(disk, path) ?? { pid: Number(pid), host: self.host } }];
  });
}

/** Undefined when the file is not written yet, or is gone again. */
function readHolder(disk: Disk, path: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(shownText(disk.read(path)));
    const { pid, host, startedAt } = value as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== "number" || typeof host !== "string") return undefined;
    return { pid, host, ...(typeof startedAt === "string" ? { startedAt } : {}) };
  } catch {
    return undefined;
  }
}

/** Whether the holder is on another machine cannot be asked: its lock stands until a person removes it. */
function isStale(holder: Holder | undefined, self: Self): boolean {
  return holder !== undefined && holder.host === self.host && !self.isAlive(holder.pid);
}

function removeIfThere(disk: Disk, path: string): void {
  try {
    disk.remove(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
