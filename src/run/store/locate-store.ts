import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, parse, resolve } from "node:path";
import { Failure } from "../../core/failure.ts";

/** Where a directory's runs are, and the root of the checkout it lies in. */
export interface StorePlace {
  readonly file: string;
  readonly checkout: string;
}

/**
 * Finds the one store of a repository: `.baton/runs.db` of the main checkout, whichever worktree or sub-directory asks.
 * Reads git's own files and starts no git. A bare repository, which has no checkout, keeps it in its git directory.
 * @throws Failure run/no-repository
 */
export function locateStore(start: string): StorePlace {
  const { root } = parse(start);
  for (let directory = resolve(start); ; directory = dirname(directory)) {
    const common = commonDirectory(join(directory, ".git"));
    if (common !== undefined) return { checkout: directory, file: join(mainCheckout(common), ".baton", "runs.db") };
    if (directory === root || directory === dirname(directory)) throw noRepository(start);
  }
}

function noRepository(start: string): Failure {
  return new Failure("run/no-repository", `"${start}" is not inside a git repository, and runs belong to one`, {
    hint: "change into the repository, or make one: git init",
  });
}

/**
 * The git directory that all worktrees share. Source: gitrepository-layout(5): `.git` is a directory, or a file with
 * `gitdir: <path>`; a worktree's own git directory names the shared one in `commondir`.
 */
function commonDirectory(dotGit: string): string | undefined {
  const stats = statSync(dotGit, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (stats.isDirectory()) return dotGit;
  const named = /^gitdir: (.+?)\s*$/m.exec(readFileSync(dotGit, "utf8"))?.[1];
  if (named === undefined) return undefined;
  const own = resolve(dirname(dotGit), named);
  const common = readIfThere(join(own, "commondir"))?.trim();
  return common === undefined || common === "" ? own : resolve(own, common);
}

/** The checkout a shared git directory belongs to. A submodule's and a separate one say so in their configuration. */
function mainCheckout(common: string): string {
  if (basename(common) === ".git") return dirname(common);
  const worktree = /^\s*worktree\s*=\s*"?(.+?)"?\s*$/m.exec(readIfThere(join(common, "config")) ?? "")?.[1];
  return worktree === undefined ? common : resolve(common, worktree);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
