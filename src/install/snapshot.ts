import { join } from "node:path";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import type { Content } from "./content.ts";
import type { Disk, DiskEntry } from "./disk.ts";
import { locate, type Place } from "./place.ts";

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
 * Looks at the given targets and the directories above them.
 * @throws Failure install/symlink, install/in-the-way: every place where a symlink, or a directory instead of a file, would have to be written through
 */
export function readSnapshot(disk: Disk, place: Place, targets: Iterable<string>): Snapshot {
  const files = new Map<string, FoundFile>();
  const seen = new Map<string, DiskEntry | undefined>();
  const problems: Diagnostic[] = [];
  const look = (target: string, path: string, wanted: "file" | "directory"): DiskEntry | undefined => {
    const known = seen.get(path);
    if (known !== undefined || seen.has(path)) return known;
    const entry = disk.look(path);
    const fits = entry === undefined || entry.kind === wanted;
    if (!fits) problems.push(inTheWay(target, path, entry.kind, wanted));
    seen.set(path, fits ? entry : undefined);
    return fits ? entry : undefined;
  };
  const directories = new Set<string>();
  for (const target of new Set(targets)) {
    if (!reach(place, target, directories, look, (path) => disk.look(path) !== undefined)) continue;
    const { base, below } = locate(place, target);
    const path = join(base, ...below);
    const entry = look(target, path, "file");
    if (entry !== undefined) files.set(target, { content: readFile(disk, path, target), mode: entry.mode });
  }
  const [first] = problems;
  if (first !== undefined)
    throw new Failure(first.code, "the install would write through what is not its own: nothing was written", {
      findings: problems,
      hint: "replace each by a plain file or directory, or install elsewhere with --directory or --user",
    });
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
    path = join(path, name);
    const directory = names.slice(0, at + 1 + offset).join("/");
    if (look(directory, path, "directory") === undefined) return false;
    directories.add(directory);
  }
  return true;
}

function inTheWay(target: string, path: string, kind: DiskEntry["kind"], wanted: string): Diagnostic {
  const where = { file: path };
  if (kind === "symlink")
    return diagnose("install/symlink", { message: `"${target}" is a symlink, which is never written through`, where });
  return diagnose("install/in-the-way", {
    message: `"${target}" is ${kind === "other" ? "something else" : `a ${kind}`}, not a ${wanted}`,
    where,
  });
}

function readFile(disk: Disk, path: string, target: string): Content {
  try {
    return disk.read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure("install/unreadable", `"${target}" cannot be read (${code})`, {
      where: { file: path },
      cause: error,
    });
  }
}
