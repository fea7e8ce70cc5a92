import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Failure } from "../../core/failure.ts";
import { isInside } from "../../doctor/is-inside.ts";
import { findRepository } from "../../pack/find-project.ts";
import { readText } from "../../pack/read-text.ts";

/** A file of the project a command runs in. */
export interface ProjectFile {
  readonly path: string;
  /** As findings name it. */
  readonly file: string;
  /** Undefined when it does not exist. */
  readonly text: string | undefined;
}

/**
 * Reads a file of the project around `cwd`, by its path in it.
 * @throws Failure parse/unreadable, also when a link leads it out of the project; parse/too-large
 */
export function readProjectFile(cwd: string, within: string): ProjectFile {
  const project = findRepository(cwd) ?? cwd;
  const path = join(project, within);
  const file = relative(cwd, path).replaceAll(sep, "/");
  const there = [path, dirname(path)].find((one) => existsSync(one));
  if (there !== undefined && !isInside(realpathSync(there), realpathSync(project)))
    throw new Failure("parse/unreadable", "a link leads out of the project", {
      where: { file },
      hint: "put the file itself there",
    });
  return { path, file, text: there === path ? readText(path, file) : undefined };
}
