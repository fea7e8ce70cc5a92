import { joinPath } from "./join-path.ts";

/** Where a path is written: the directory it is relative to, and the project's; null where that is not known. */
export interface PathPlace {
  readonly cwd: string | null;
  readonly root: string | null;
}

/** One name for one file: relative to the project's directory where it lies in it, whichever way it is written. */
export function projectPath(path: string, { cwd, root }: PathPlace): string {
  const from = cwd === null || cwd === root ? "" : joinPath("", cwd);
  const whole = joinPath(from, path);
  const project = root === null ? "" : joinPath("", root);
  return project !== "" && project !== "/" && whole.startsWith(`${project}/`) ? whole.slice(project.length + 1) : whole;
}
