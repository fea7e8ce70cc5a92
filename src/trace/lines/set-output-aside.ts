import { textLimits } from "../cut-text.ts";

/** A line's text, and where in the line stands what a command printed, as JSON writes it; null where that is still in the text. */
export interface LineWithoutOutput {
  readonly text: string;
  readonly printed: { readonly from: number; readonly length: number } | null;
}

const before = Buffer.from(',"aggregated_output":"');
const after = Buffer.from('","exit_code":');
/** What follows the output is shorter. */
const tailBytes = 512;
/** Enough for what programs print; of a text that takes more bytes a character, less is kept. */
const keptBytes = textLimits.output * 2;

/**
 * Takes what a command printed, the greater part of many lines, out of a line, and says where its beginning is. Within a JSON text
 * every quote is escaped, so that neither mark can stand inside one.
 */
export function setOutputAside(line: Buffer): LineWithoutOutput {
  const start = line.indexOf(before);
  const from = start + before.length;
  const tail = Math.max(from, line.length - tailBytes);
  const end = start === -1 ? -1 : line.subarray(tail).indexOf(after);
  if (end === -1 || tail + end === from) return { text: line.toString("utf8"), printed: null };
  const to = tail + end;
  const cut = to - from > keptBytes ? safeCut(line, from, from + keptBytes) : to;
  const text = line.toString("utf8", 0, from) + line.toString("utf8", to);
  return { text, printed: { from, length: cut - from } };
}

/** The last place up to `to` that cuts no character and no escape. */
function safeCut(line: Buffer, from: number, to: number): number {
  let at = to;
  while (((line[at] ?? 0) & 0xc0) === 0x80) at--;
  const backslash = line.lastIndexOf(0x5c, at - 1);
  if (backslash < from || backslash < at - 6) return at;
  // In a row of backslashes every second one is escaped; the others begin something that may not be complete.
  let first = backslash;
  while (first > from && line[first - 1] === 0x5c) first--;
  return (backslash - first) % 2 === 1 ? at : backslash;
}
