import { oneLine } from "../core/one-line.ts";

/** Somebody's words for a message: in quotes, on one line, no longer than it takes to know them again. */
export function quoted(text: string): string {
  return `"${oneLine(text, 120)}"`;
}
