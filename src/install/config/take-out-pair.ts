import { lineStart, lineStop, nextLine } from "./line-end.ts";
import type { Splice } from "./splice.ts";

/** Takes out a pair with its line, or without it when the user's comment stands there too. */
export function takeOutPair(text: string, [start, end]: readonly [number, number]): Splice {
  const stop = lineStop(text, end);
  if (text.slice(end, stop).trim() !== "") return { start, end, text: "" };
  return { start: lineStart(text, start), end: nextLine(text, end), text: "" };
}
