export type LineEnd = "\n" | "\r\n";

/** The line end of a text's last complete line; LF when it has none. */
export function lineEndOf(text: string): LineEnd {
  const at = text.lastIndexOf("\n");
  return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}

/** Where the line of `offset` begins, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  const at = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return at === 0 && text.startsWith("\uFEFF") ? 1 : at;
}

/** Where the line of `offset` ends, before its line end. */
export function lineStop(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  if (at === -1) return text.length;
  return at > offset && text[at - 1] === "\r" ? at - 1 : at;
}

/** Where the line after that of `offset` begins; the end of the text on the last line. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at === -1 ? text.length : at + 1;
}

/** The white space a line begins with, for the line of `offset`. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}
