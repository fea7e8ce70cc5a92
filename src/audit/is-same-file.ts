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
