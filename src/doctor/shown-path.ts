import { relative, sep } from "node:path";
import { isInside } from "./is-inside.ts";

/** From where paths are named. */
export interface Viewpoint {
  /** Where the command runs. */
  readonly here: string;
  /** The repository's root, or the directory an install is in. */
  readonly project: string;
}

/** The name findings give a path: relative when it is of the project, else as it is. */
export function shownPath(path: string, { here, project }: Viewpoint): string {
  return isInside(path, project) ? relative(here, path).replaceAll(sep, "/") || "." : path;
}
