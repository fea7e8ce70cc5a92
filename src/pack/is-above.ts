/** Whether a directory lies above another, and is not the same; "" is the root. */
export function isAbove(directory: string, other: string): boolean {
  return directory === "" ? other !== "" : other.startsWith(`${directory}/`);
}
