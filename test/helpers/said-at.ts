import type { Diagnostic } from "../../src/core/diagnostic.ts";
import { textAt } from "./text-at.ts";

/** A finding on one line, its place given by the words that stand there: `code «words» message → hint`. */
export function saidAt(text: string): (finding: Diagnostic) => string {
  return ({ code, message, hint, where }) =>
    `${code} «${textAt(text, where.span) ?? "nowhere"}» ${message}${hint === undefined ? "" : ` → ${hint}`}`;
}
