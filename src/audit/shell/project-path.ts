import { joinPath } from "./join-path.ts";

/** Where a path is written: the directory it is relative to, and the project's; null where that is not known. */
export interface PathPlace {
  readonly cwd: string | null;
  readonly root: string | null;
}

/**
 * One name for one file: relative to the project's directory where it lies in it, whichever way it is written. Where that
 * directory is not known, commands are taken to run in it.
 */
export function projectPath(path: string, { cwd, root }: PathPlace): string {
  if (root === null) return joinPath("", path);
  const project = joinPath("", root);
  const whole = joinPath(cwd === null ? project : joinPath(project, cwd), path);
  return whole.startsWith(`${project}/`) ? whole.slice(project.length + 1) : whole;
}
