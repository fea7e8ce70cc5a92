import { oneLine } from "../core/one-line.ts";
import { visible } from "./style.ts";

/** Somebody else's text on one line of at most so many characters, without what could rewrite a terminal. */
export function shownLine(text: string, most = 100): string {
  return visible(oneLine(text, most));
}
