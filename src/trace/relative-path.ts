import { isAbsolute, relative, sep } from "node:path";
import { liesIn } from "./lies-in.ts";

/** The path from a directory, with forward slashes, where it lies in it; else as it is. */
export function relativePath(path: string, directory: string): string {
  const isBelow = isAbsolute(path) && isAbsolute(directory) && path !== directory && liesIn(path, directory);
  return isBelow ? relative(directory, path).replaceAll(sep, "/") : path;
}
