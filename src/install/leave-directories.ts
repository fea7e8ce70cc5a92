import type { Disk } from "./disk.ts";
import { absolutePath, type Place } from "./place.ts";

/** Removes those of the directories in which nothing is left; they are named from the inside out. */
export function leaveDirectories(disk: Disk, place: Place, targets: readonly string[]): void {
  for (const target of targets) {
    const directory = absolutePath(place, target);
    if (disk.look(directory)?.kind === "directory" && disk.names(directory).length === 0)
      disk.removeDirectory(directory);
  }
}
