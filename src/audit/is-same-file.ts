/**
 * Whether two paths name one file. Agents name it from the repository's root, tools from the session's directory: the
 * shorter one may be the end of the longer, if it has a directory to be told by.
 */
export function isSameFile(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.includes("/") && long.endsWith(`/${short}`);
}

/** Whether one of the paths names the file. */
export function hasFile(paths: readonly string[], path: string): boolean {
  return paths.some((one) => isSameFile(one, path));
}

/** Looks files up among many paths: gives the path that names the same file, if there is one. */
export function fileIndex(paths: readonly string[]): (path: string) => string | undefined {
  const byEnd = new Map<string, string[]>();
  for (const path of paths) {
    const same = byEnd.get(endOf(path));
    if (same === undefined) byEnd.set(endOf(path), [path]);
    else same.push(path);
  }
  return (path) => byEnd.get(endOf(path))?.find((one) => isSameFile(one, path));
}

/** The directory and the name of a file: what two paths to one file have in common at least. */
function endOf(path: string): string {
  const name = path.lastIndexOf("/");
  return path.slice(path.lastIndexOf("/", name - 1) + 1);
}
