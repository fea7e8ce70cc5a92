/** The text without a byte order mark; positions of the first line move by one. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
