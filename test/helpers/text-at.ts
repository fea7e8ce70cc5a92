import type { Span } from "../../src/core/diagnostic.ts";
import { LineIndex } from "../../src/core/line-index.ts";

/** The text a span covers, in brackets when it is only a point; undefined without a span. */
export function textAt(text: string, span: Span | undefined): string | undefined {
  if (span === undefined) return undefined;
  const { line, column, length } = span;
  const found = new LineIndex(text).line(line).slice(column - 1, column - 1 + (length ?? 0));
  return length === undefined ? `(${line}:${column})` : found;
}
