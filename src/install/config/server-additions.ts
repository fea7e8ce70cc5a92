import type { AST } from "toml-eslint-parser";
import type { Additions } from "./edit.ts";
import { isTable } from "./is-table.ts";
import { nextLine } from "./line-end.ts";
import { type McpServer, serverFields } from "./mcp-server.ts";
import { serverExtent } from "./server-extent.ts";
import { findServer, holdsServer, serverTables } from "./server-table.ts";
import type { TomlDocument } from "./toml-document.ts";

/** What of the user's stands in our server: comments alone, or keys, values and tables of their own; undefined for nothing. */
export function serverAdditions(document: TomlDocument, server: McpServer): Additions | undefined {
  const place = findServer(document);
  const fields = place.form === "table" || place.form === "elsewhere" ? place.fields : {};
  const ours = serverFields(server);
  const isOurs = Object.keys(fields).every((key) => ours.has(key) && !isTable(fields[key]));
  if (!isOurs || !holdsServer(fields, server)) return "values";
  return serverTables(document).some((table) => commentsIn(document, table).length > 0) ? "comments" : undefined;
}

/** The comments among a table's lines, those on them included, each to the end of its line. */
export function commentsIn(document: TomlDocument, table: AST.TOMLTable): readonly string[] {
  const { text, comments } = document;
  const { start, end } = serverExtent(document, table);
  const inside = comments.filter(({ range }) => range[0] >= start && range[0] < end);
  return inside.map(({ range }) => text.slice(range[0], nextLine(text, range[1])));
}
