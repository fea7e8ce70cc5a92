import { join } from "node:path";
import { Failure } from "../core/failure.ts";
import { contentOf, shownText } from "./content.ts";
import type { Disk } from "./disk.ts";
import { absolutePath, type Place } from "./place.ts";
import type { Self } from "./self.ts";
import { isTemporary } from "./temporary-file.ts";

/** How long the first of two that start together waits for the other to give way. */
const patience = { attempts: 10, pauseMs: 20 } as const;

/**
 * Takes the lock of a place: writes a lock file of this process, then looks for another live one. Whichever of two
 * processes looks last sees the other's file, so they never both go on; files of dead processes are removed, which is
 * safe because each name belongs to one process.
 * @returns what gives the lock back, and takes .baton away again where nothing else is in it
 * @throws Failure install/locked
 */
export async function takeLock(disk: Disk, place: Place, self: Self): Promise<() => void> {
  const directory = absolutePath(place, ".baton");
  const own = join(directory, nameOf(self));
  const release = (): void => {
    try {
      disk.remove(own);
      if (disk.names(directory).length === 0) disk.removeDirectory(directory);
    } catch {
      // It goes stale with this process, and whoever comes next removes it.
    }
  };
  disk.makeDirectory(directory);
  // One of our own name is of a dead process that had our number before us.
  removeIfThere(disk, own);
  const { pid, host, startedAt } = self;
  disk.create(own, contentOf(`${JSON.stringify({ pid, host, startedAt })}\n`));
  for (let attempt = 0; ; attempt++) {
    for (const { path } of locks(disk, place, self, "stale")) removeIfThere(disk, path);
    const [other] = locks(disk, place, self, "live");
    if (other === undefined) return release;
    if (other.path < own || attempt === patience.attempts) {
      release();
      throw locked(disk, other.path);
    }
    await new Promise((resolve) => setTimeout(resolve, patience.pauseMs));
  }
}

/** Whether a run that was killed left something in .baton that no manifest tells of. */
export function hasRemains(disk: Disk, place: Place, self: Self): boolean {
  const directory = absolutePath(place, ".baton");
  if (disk.look(directory)?.kind !== "directory") return false;
  const names = disk.names(directory);
  return names.length === 0 || names.some(isTemporary) || locks(disk, place, self, "stale").length > 0;
}

function nameOf({ pid, host }: Pick<Self, "pid" | "host">): string {
  return `lock-${pid}-${host.replace(/[^A-Za-z0-9]/g, "_").slice(0, 60)}`;
}

/** The lock files of others. Whether one of another machine is stale cannot be asked: it stands until a person removes it. */
function locks(disk: Disk, place: Place, self: Self, which: "stale" | "live"): { path: string }[] {
  const directory = absolutePath(place, ".baton");
  return disk.names(directory).flatMap((name) => {
    const pid = Number(/^lock-(\d{1,10})-/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || name === nameOf(self)) return [];
    const stale = name === nameOf({ ...self, pid }) && !self.isAlive(pid);
    return stale === (which === "stale") ? [{ path: join(directory, name) }] : [];
  });
}

function locked(disk: Disk, path: string): Failure {
  return new Failure("install/locked", `another install is at work here${describe(disk, path)}`, {
    where: { file: path },
    hint: "wait for it to finish; if there is none, delete that file",
  });
}

function describe(disk: Disk, path: string): string {
  try {
    const { pid, host, startedAt } = JSON.parse(shownText(disk.read(path)));
    return `: process ${String(pid)} on ${String(host)}, started ${String(startedAt)}`;
  } catch {
    // Gone again, or not written yet: there is nothing to tell.
    return "";
  }
}

function removeIfThere(disk: Disk, path: string): void {
  try {
    disk.remove(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
