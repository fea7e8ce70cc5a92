import { isAbsolute, relative, resolve, sep } from "node:path";

/** Whether a path is the directory or lies below it. */
export function liesIn(path: string, directory: string): boolean {
  const way = relative(resolve(directory), resolve(path));
  // On Windows there is no way from one drive to another.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
