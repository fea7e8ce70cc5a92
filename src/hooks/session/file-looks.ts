import { lstatSync } from "node:fs";
import { resolve } from "node:path";

/** What files look like from outside, by their paths: whatever writes a file changes that. */
export type FileLooks = Readonly<Record<string, string>>;

const mostFiles = 50;

/** How files look now. */
export function looksOf(paths: readonly string[], cwd: string): FileLooks {
  return Object.fromEntries(paths.slice(0, mostFiles).map((path) => [path, lookOf(resolve(cwd, path))]));
}

/** Whether any of the files looks otherwise than it did. */
export function lookOtherwise(before: FileLooks, cwd: string): boolean {
  return Object.entries(before).some(([path, look]) => lookOf(resolve(cwd, path)) !== look);
}

function lookOf(path: string): string {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? "absent" : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}
