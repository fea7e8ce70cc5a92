/**
 * A path seen from where a directory is: `.` and `..` are worked out as far as the text goes. A path that begins with a
 * variable, or in somebody's home, stays as it is written; the directory itself is the empty path.
 */
export function joinPath(directory: string, path: string): string {
  if (/^[~$]/.test(path)) return path;
  const whole = path.startsWith("/") || directory === "" ? path : `${directory}/${path}`;
  if (isStraight(whole)) return whole;
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "" || part === ".") continue;
    const last = parts.at(-1);
    if (part === ".." && last !== undefined && last !== ".." && !/^[~$]/.test(last)) parts.pop();
    else if (part !== ".." || !whole.startsWith("/")) parts.push(part);
  }
  return `${whole.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}

/** Whether nothing has to be worked out in a path: most are so, and every event asks for some. */
function isStraight(path: string): boolean {
  return path !== "" && !path.startsWith(".") && !path.endsWith("/") && !path.includes("//") && !path.includes("/.");
}
