import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * The main checkout a linked work tree belongs to; undefined for any other repository. Source of the format: git,
 * gitrepository-layout.
 */
export function mainCheckout(repository: string): string | undefined {
  const link = join(repository, ".git");
  if (statSync(link, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const gitDirectory = /^gitdir: (.+)$/m.exec(readFileSync(link, "utf8"))?.[1];
  if (gitDirectory === undefined) return undefined;
  const directory = resolve(repository, gitDirectory.trim());
  const common = readIfThere(join(directory, "commondir"));
  const shared = common === undefined ? undefined : resolve(directory, common.trim());
  return shared !== undefined && basename(shared) === ".git" ? dirname(shared) : undefined;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
