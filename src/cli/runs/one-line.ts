import { visible } from "../../render/style.ts";

/** A text on one line, without what could rewrite a terminal. */
export function oneLine(text: string, most = 100): string {
  const line = visible(text.replace(/\s+/g, " ").trim());
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
