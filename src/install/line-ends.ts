import type { Content } from "./content.ts";

export type LineEnd = "\n" | "\r\n";

/** Whether this is a binary file, which has no lines: it holds a NUL byte (git's own test). */
export function isOpaque(content: Content): boolean {
  return content.includes("\0");
}

/** The same content with LF line ends: how files are compared, whatever a checkout did to them. Binary files stay as they are. */
export function withUnixLineEnds(content: Content): Content {
  return withLineEnd(content, "\n");
}

/** The same content with every line ended one way. Binary files stay as they are. */
export function withLineEnd(content: Content, lineEnd: LineEnd): Content {
  if (isOpaque(content)) return content;
  const unix = content.includes("\r") ? content.replaceAll("\r\n", "\n") : content;
  return (lineEnd === "\n" ? unix : unix.replaceAll("\n", "\r\n")) as Content;
}

/** How most lines of a file end; LF when it has none. */
export function lineEndOf(content: Content): LineEnd {
  let all = 0;
  let windows = 0;
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) {
    all++;
    if (content[at - 1] === "\r") windows++;
  }
  return windows * 2 > all ? "\r\n" : "\n";
}

/** The lines of a file, each with its line break; the last one may have none. */
export function linesOf(content: Content): string[] {
  return content === "" ? [] : content.split(/(?<=\n)/);
}

/** The content that `linesOf` takes apart. */
export function ofLines(lines: readonly string[]): Content {
  return lines.join("") as Content;
}
