import type { AST } from "toml-eslint-parser";
import type { ConfigTomlRecord } from "./config-toml-record.ts";
import { type Edit, editBetween, type Kept } from "./edit.ts";
import { serverFields } from "./mcp-server.ts";
import { serverExtent } from "./server-extent.ts";
import { findServer, holdsServer, pairOf, serverTables } from "./server-table.ts";
import { readTomlDocument, type TomlDocument } from "./toml-document.ts";

export interface ConfigTomlRemoval extends Edit {
  readonly kept?: Kept;
}

/**
 * Plans what takes `[mcp_servers.baton]` out again: the text from before the install, to the byte, as far as the user
 * left it; no file when we made it and nothing else is in it. A table the user changed or added to stays (`kept`).
 * @throws Failure install/config-unreadable
 */
export function removeConfigToml(
  current: string | undefined,
  file: string,
  record: ConfigTomlRecord,
): ConfigTomlRemoval {
  if (current === undefined) return editBetween(current, current);
  const document = readTomlDocument(current, file);
  const place = findServer(document);
  if (place.form === "elsewhere") return { ...editBetween(current, current), kept: "edited" };
  if (place.form !== "table") return editBetween(current, afterwards(current, record));
  if (!holdsServer(place.fields, record.server) || isExtended(document, place.table, record)) {
    return { ...editBetween(current, current), kept: "edited" };
  }
  return editBetween(current, afterwards(cut(document, place.table, record), record));
}

function afterwards(text: string, record: ConfigTomlRecord): string | undefined {
  return record.created && text.trim() === "" ? undefined : text;
}

/** Whether the user has put keys, comments or sub-tables of their own to the table. */
function isExtended(document: TomlDocument, table: AST.TOMLTable, record: ConfigTomlRecord): boolean {
  const { start, end } = serverExtent(document, table);
  const ours = [...serverFields(record.server).keys()].map((key) => pairOf(table, key));
  return (
    ours.includes(undefined) ||
    table.body.length > ours.length ||
    document.comments.some(({ range }) => range[0] >= start && range[0] < end) ||
    serverTables(document).length > 1
  );
}

function cut(document: TomlDocument, table: AST.TOMLTable, { lineEndsBefore }: ConfigTomlRecord): string {
  const { text, lineEnd } = document;
  const { start, end } = serverExtent(document, table);
  const ahead = text.slice(0, start);
  const rest = text.slice(end);
  const before = withoutLineEnds(ahead, lineEndsBefore);
  // What the user wrote behind our table must not run into what stands before it.
  const glued = rest !== "" && before !== ahead && /[^\n\uFEFF]$/.test(before);
  return before + (glued ? lineEnd : "") + rest;
}

/** Takes back the line ends we added, unless the user has taken some of them out already. */
function withoutLineEnds(text: string, count: number): string {
  const added = new RegExp(`(?:\\r?\\n){${count}}$`);
  const without = text.replace(added, "");
  return count === 1 && !without.endsWith("\n") ? text : without;
}
