import { isAbsolute, relative, sep } from "node:path";

/** The path from a directory, with forward slashes, where it lies in it; else as it is. */
export function relativePath(path: string, directory: string): string {
  if (!isAbsolute(path) || !isAbsolute(directory)) return path;
  const way = relative(directory, path);
  return way === "" || way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? path : way.replaceAll(sep, "/");
}
