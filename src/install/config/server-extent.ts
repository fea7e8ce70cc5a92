import type { AST } from "toml-eslint-parser";
import { lineStart, nextLine } from "./line-end.ts";
import type { TomlDocument } from "./toml-document.ts";

/** The whole lines from a table's header to its last pair. */
export function serverExtent({ text }: TomlDocument, table: AST.TOMLTable): { start: number; end: number } {
  const last = table.body.at(-1) ?? table;
  return { start: lineStart(text, table.range[0]), end: nextLine(text, last.range[1]) };
}
