import { textLimits } from "../cut-text.ts";

const before = Buffer.from(',"aggregated_output":"');
const after = Buffer.from('","exit_code":');
/** Six bytes are the longest way to write a unit (`\u0000`). */
const keptBytes = textLimits.output * 6;

/**
 * A line's text without the greater part of what a command printed, which is most of many lines. Within a JSON text every
 * quote is escaped, so that neither mark can stand inside one.
 */
export function shortenLine(line: Buffer): string {
  const start = line.indexOf(before);
  const from = start + before.length;
  const end = start === -1 ? -1 : line.lastIndexOf(after);
  if (end - from <= keptBytes) return line.toString("utf8");
  return line.toString("utf8", 0, safeCut(line, from, from + keptBytes)) + line.toString("utf8", end);
}

/** The last place up to `to` that cuts no character and no escape. */
function safeCut(line: Buffer, from: number, to: number): number {
  let at = to;
  while (((line[at] ?? 0) & 0xc0) === 0x80) at--;
  const backslash = line.lastIndexOf(0x5c, at - 1);
  if (backslash < from || backslash < at - 6) return at;
  // A row of backslashes is cut before it begins; what follows one may belong to it.
  let first = backslash;
  while (first > from && line[first - 1] === 0x5c) first--;
  return first;
}
