import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Failure } from "../core/failure.ts";
import { codexHome, findRepository, userHome } from "../pack/find-project.ts";
import { layout } from "./layout.ts";
import { type Place, projectPlace, userPlace } from "./place.ts";

export interface PlaceChoice {
  readonly user?: boolean | undefined;
  readonly directory?: string | undefined;
}

/**
 * Where a command works: what the user names, else the nearest install at or above `cwd` within its repository, else the
 * repository's root. Undefined outside of both.
 * @throws Failure cli/usage
 */
export function findPlace(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  { user, directory }: PlaceChoice,
): Place | undefined {
  if (user && directory !== undefined) {
    throw new Failure("cli/usage", "--user and --directory exclude each other", {
      status: 2,
      hint: "leave one of them out",
    });
  }
  if (user) return userPlace(resolve(cwd, userHome(env)), resolve(cwd, codexHome(env)));
  if (directory !== undefined) return projectPlace(existing(resolve(cwd, directory), directory));
  const repository = findRepository(cwd);
  const root = nearestInstall(cwd, repository) ?? repository;
  return root === undefined ? undefined : projectPlace(root);
}

function existing(path: string, shown: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return path;
  if (stats !== undefined) {
    throw new Failure("cli/usage", `"${shown}" is a file, not a directory`, { status: 2, hint: "name the directory" });
  }
  throw new Failure("cli/usage", `there is no directory "${shown}"`, { status: 2, hint: "make it first" });
}

/** A repository inside another install's directory is a project of its own. */
function nearestInstall(cwd: string, repository: string | undefined): string | undefined {
  for (let directory = cwd; ; directory = dirname(directory)) {
    if (existsSync(join(directory, layout.manifest))) return directory;
    if (directory === repository || directory === dirname(directory)) return undefined;
  }
}
