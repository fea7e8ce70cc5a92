import type { AST } from "toml-eslint-parser";
import { Failure } from "../../core/failure.ts";
import type { ConfigTomlRecord } from "./config-toml-record.ts";
import { cutServer } from "./cut-server.ts";
import { type Additions, type Edit, editBetween, type Kept } from "./edit.ts";
import { commentsIn, serverAdditions } from "./server-additions.ts";
import { serverExtent } from "./server-extent.ts";
import { findServer, serverTables, startsSame } from "./server-table.ts";
import { applySplices } from "./splice.ts";
import { readTomlDocument, type TomlDocument } from "./toml-document.ts";

export interface ConfigTomlRemoval extends Edit {
  readonly kept?: Kept;
  readonly additions?: Additions;
}

/**
 * Plans what takes `[mcp_servers.baton]` out again: the text from before the install, to the byte, as far as the user
 * left it; no file when we made it and nothing else is in it. A server that starts our program goes with all that the
 * user put into it but the comments (`additions`): it would start what is gone. One that starts another stays (`kept`).
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
  if (place.form === "absent" || place.form === "closed") return editBetween(current, afterwards(current, record));
  const isOurs = startsSame(place.fields, record.server);
  const rest = !isOurs ? undefined : place.form === "table" ? cut(document, place.table, record) : cutOut(document);
  if (rest === undefined) return { ...editBetween(current, current), kept: "edited" };
  const additions = serverAdditions(document, record.server);
  return { ...editBetween(current, afterwards(rest, record)), ...(additions === undefined ? {} : { additions }) };
}

function afterwards(text: string, record: ConfigTomlRecord): string | undefined {
  return record.created && text.trim() === "" ? undefined : text;
}

/** The text without a server that the user wrote in another form; undefined where that cannot be cut. */
function cutOut(document: TomlDocument): string | undefined {
  try {
    return cutServer(document);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function cut(document: TomlDocument, own: AST.TOMLTable, { lineEndsBefore }: ConfigTomlRecord): string {
  const { text, lineEnd } = document;
  const tables = serverTables(document).map((table) => {
    return { table, ...serverExtent(document, table), text: commentsIn(document, table).join("") };
  });
  const splices = tables.map((one) => {
    if (one.table !== own) return one;
    const free = Math.max(0, ...tables.map(({ end }) => end).filter((end) => end <= one.start));
    const ahead = text.slice(0, one.start);
    const start = Math.max(free, withoutLineEnds(ahead, lineEndsBefore).length);
    // What the user wrote behind our table must not run into what stands before it.
    const isLast = one.text === "" && one.end === text.length;
    const glued = !isLast && start < one.start && /[^\n\uFEFF]$/.test(text.slice(0, start));
    return { ...one, start, text: (glued ? lineEnd : "") + one.text };
  });
  return applySplices(text, splices);
}

/** Takes back the line ends we added, unless the user has taken some of them out already. */
function withoutLineEnds(text: string, count: number): string {
  const added = new RegExp(`(?:\\r?\\n){${count}}$`);
  const without = text.replace(added, "");
  return count === 1 && !without.endsWith("\n") ? text : without;
}
