import { sep } from "node:path";
import { Failure } from "../core/failure.ts";
import { parseBaseCopies } from "./base-copies.ts";
import type { Content } from "./content.ts";
import type { Disk, DiskEntry } from "./disk.ts";
import type { Obstacle } from "./in-the-way.ts";
import { basePath, layout, targetOfBase } from "./layout.ts";
import { absolutePath, locate, type Place } from "./place.ts";
import { shownTarget } from "./shown-target.ts";

export interface FoundFile {
  readonly content: Content;
  /** Permission bits. */
  readonly mode: number;
}

/** What was on the disk when it was looked at, by target. A path that was not asked for is not in it. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, FoundFile>;
  readonly directories: ReadonlySet<string>;
}

/**
 * Looks at the given targets and the directories above them. Pristine copies are read out of the file that holds them all.
 * @param command on whose behalf, where a failure is to tell of its options
 * @throws Failure install/symlink, install/in-the-way: every place where a symlink, or a directory instead of a file, would have to be written through
 */
export async function readSnapshot(
  disk: Disk,
  place: Place,
  targets: Iterable<string>,
  command?: string,
): Promise<Snapshot> {
  const files = new Map<string, FoundFile>();
  const seen = new Map<string, DiskEntry | undefined>();
  const obstacles: Obstacle[] = [];
  const look = (target: string, path: string, wanted: "file" | "directory"): DiskEntry | undefined => {
    const known = seen.get(path);
    if (known !== undefined || seen.has(path)) return known;
    const entry = disk.look(path);
    const fits = entry === undefined || entry.kind === wanted;
    if (!fits) obstacles.push({ target, path, kind: entry.kind, wanted });
    seen.set(path, fits ? entry : undefined);
    return fits ? entry : undefined;
  };
  const directories = new Set<string>();
  const asked = new Set(targets);
  const inFiles = [...asked].map((path) => (targetOfBase(path) === undefined ? path : layout.baseCopies));
  const missing = new Set<string>();
  for (const target of new Set(inFiles)) {
    const folder = target.slice(0, target.indexOf("/"));
    if (missing.has(folder)) continue;
    if (!reach(place, target, directories, look, (path) => disk.look(path) !== undefined)) {
      if (!directories.has(folder)) missing.add(folder);
      continue;
    }
    const path = absolutePath(place, target);
    const entry = look(target, path, "file");
    if (entry !== undefined)
      files.set(target, { content: readFile(disk, path, shownTarget(place, target)), mode: entry.mode });
  }
  const [first, ...others] = obstacles;
  if (first !== undefined) throw (await import("./in-the-way.ts")).inTheWay([first, ...others], place, command);
  const copies = files.get(layout.baseCopies);
  if (copies === undefined) return { files, directories };
  for (const [target, content] of parseBaseCopies(copies.content)) {
    if (asked.has(basePath(target))) files.set(basePath(target), { content, mode: copies.mode });
  }
  return { files, directories };
}

type Look = (target: string, path: string, wanted: "file" | "directory") => DiskEntry | undefined;

/** Walks down to a target's directory, noting those that exist; false where the way ends. */
function reach(
  place: Place,
  target: string,
  directories: Set<string>,
  look: Look,
  exists: (path: string) => boolean,
): boolean {
  const { base, below } = locate(place, target);
  const names = target.split("/");
  // A place may map the first name of a target to its base itself, which is taken as it is, linked or not.
  const offset = names.length - below.length;
  if (offset === 1 && exists(base)) directories.add(names[0] ?? "");
  let path = base;
  for (const [at, name] of below.slice(0, -1).entries()) {
    path += sep + name;
    const directory = names.slice(0, at + 1 + offset).join("/");
    if (look(directory, path, "directory") === undefined) return false;
    directories.add(directory);
  }
  return true;
}

function readFile(disk: Disk, path: string, shown: string): Content {
  try {
    return disk.read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure("install/unreadable", `"${shown}" cannot be read (${code})`, {
      hint: "give yourself the right to read it, and run the command again",
      where: { file: path },
      cause: error,
    });
  }
}
