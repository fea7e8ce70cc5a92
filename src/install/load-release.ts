import { join } from "node:path";
import { builtFiles } from "./built-files.ts";
import type { Disk } from "./disk.ts";
import { parsePackedRelease } from "./packed-release.ts";
import { readRelease } from "./read-release.ts";
import type { Release, ReleaseFile } from "./release.ts";

declare const BATON_STAMP: string | undefined;

/**
 * What this program installs: the release it was built with. Run from source, or where that is missing, changed or another
 * build's, it is what the package directory holds.
 * @param stamp the program's; undefined when it runs from source
 * @throws Failure pack/incomplete
 */
export function loadRelease(
  disk: Disk,
  root: string,
  version: string,
  stamp = typeof BATON_STAMP === "string" ? BATON_STAMP : undefined,
): Release {
  const files = stamp === undefined ? undefined : packedFiles(disk, root, stamp);
  return files === undefined ? readRelease(disk, root, version) : { version, files };
}

function packedFiles(disk: Disk, root: string, stamp: string): readonly ReleaseFile[] | undefined {
  const [packed, program] = [join(root, builtFiles.release), join(root, builtFiles.program)];
  const there = disk.look(program);
  if (disk.look(packed)?.kind !== "file" || there?.kind !== "file") return undefined;
  const { size } = there;
  return parsePackedRelease(disk.read(packed), stamp, { path: program, size, read: () => disk.read(program) });
}
