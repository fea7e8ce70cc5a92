import { dirname, join, sep } from "node:path";
import type { Disk } from "./disk.ts";
import { directoriesOf } from "./layout.ts";
import type { Manifest } from "./manifest.ts";
import { absolutePath, type Place } from "./place.ts";

const suffix = ".baton-tmp";
const run = Math.random().toString(16).slice(2, 10);
let count = 0;

/** A name for a file that is about to replace `path`, in the same directory: hidden, and no kind Codex would read. */
export function temporaryBeside(path: string): string {
  return `${dirname(path)}${sep}.${run}-${++count}${suffix}`;
}

/** Whether a name in a directory is that of such a file. */
export function isTemporary(name: string): boolean {
  return name.startsWith(".") && name.endsWith(suffix);
}

/**
 * Removes what a killed run left half written. Call it with the lock held: whoever wrote them is gone.
 */
export function sweepTemporaries(disk: Disk, place: Place, manifest: Manifest | undefined): void {
  const targets = [
    ...(manifest?.files ?? []).map(({ target }) => target),
    ...(manifest?.settings ?? []).map(({ target }) => target),
  ];
  const outside = new Set(targets.flatMap(directoriesOf).filter((directory) => !directory.startsWith(".baton")));
  const sweep = (directory: string, deep: boolean): void => {
    for (const name of disk.names(directory)) {
      const path = join(directory, name);
      const kind = disk.look(path)?.kind;
      if (kind === "file" && isTemporary(name)) {
        disk.remove(path);
      } else if (deep && kind === "directory") sweep(path, deep);
    }
  };
  for (const directory of outside) sweep(absolutePath(place, directory), false);
  sweep(absolutePath(place, ".baton"), true);
}
