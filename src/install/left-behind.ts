import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { absolutePath, type Place } from "./place.ts";

/** The files below .baton, as targets: after an uninstall those that are not Baton's (runs, your schemas, backups). */
export function leftBehind(disk: Disk, place: Place): string[] {
  const below = (path: string, target: string): string[] =>
    disk.names(path).flatMap((name) => {
      const inside = join(path, name);
      return disk.look(inside)?.kind === "directory" ? below(inside, `${target}/${name}`) : [`${target}/${name}`];
    });
  return below(absolutePath(place, ".baton"), ".baton");
}
