import type { Disk } from "./disk.ts";
import { absolutePath, type Place } from "./place.ts";

/** The number of a run's backups: one more than any that lies there. */
export function nextBackup(disk: Disk, place: Place): number {
  const taken = disk.names(absolutePath(place, ".baton/backup")).map(Number).filter(Number.isInteger);
  return Math.max(0, ...taken) + 1;
}
