import { isDeepStrictEqual } from "node:util";
import type { AST } from "toml-eslint-parser";
import { readBack, unsafeEdit } from "./config-failure.ts";
import { type ConfigTomlPlan, planConfigToml } from "./config-toml.ts";
import type { ConfigTomlRecord } from "./config-toml-record.ts";
import { cutServer } from "./cut-server.ts";
import { editBetween } from "./edit.ts";
import { type McpServer, serverLines } from "./mcp-server.ts";
import { serverExtent } from "./server-extent.ts";
import { findServer, foreignValues, holdsServer, serverTables } from "./server-table.ts";
import { applySplices } from "./splice.ts";
import { readTomlDocument, type TomlDocument } from "./toml-document.ts";

/**
 * Plans `[mcp_servers.baton]` as it is to be, whatever stands there: in place of a table of that name and those below
 * it, else at the end. Every byte of everything else stays.
 * @param previous what the last install wrote
 * @throws Failure install/config-unreadable, install/config-closed, install/config-fixed, install/config-unsafe
 */
export function takeConfigToml(
  current: string | undefined,
  file: string,
  wanted: McpServer,
  previous?: ConfigTomlRecord,
): ConfigTomlPlan {
  if (current === undefined) return planConfigToml(current, file, wanted);
  const document = readTomlDocument(current, file);
  const place = findServer(document);
  if (place.form === "absent" || place.form === "closed") return planConfigToml(current, file, wanted);
  const { after, record } =
    place.form === "table"
      ? { after: replaceTable(document, place.table, wanted), record: recordInPlace(wanted, previous) }
      : planConfigToml(cutServer(document), file, wanted);
  assertTaken(document, after ?? "", wanted);
  return { ...editBetween(current, after), ...(record === undefined ? {} : { record }) };
}

function recordInPlace(server: McpServer, previous: ConfigTomlRecord | undefined): ConfigTomlRecord {
  return { created: false, lineEndsBefore: 0, ...previous, server };
}

function replaceTable(document: TomlDocument, own: AST.TOMLTable, wanted: McpServer): string {
  const { text, lineEnd } = document;
  const splices = serverTables(document).map((table) => {
    const { start, end } = serverExtent(document, table);
    const closed = text.slice(start, end).endsWith("\n");
    return { start, end, text: table === own ? serverLines(wanted).join(lineEnd) + (closed ? lineEnd : "") : "" };
  });
  return applySplices(text, splices);
}

/** Reads the edit back: ours must be just as wanted, and all else as it was. */
function assertTaken(before: TomlDocument, after: string, wanted: McpServer): void {
  const document = readBack(readTomlDocument, after, before.file);
  const place = findServer(document);
  const holds = place.form === "table" && holdsServer(place.fields, wanted);
  if (!holds || !isDeepStrictEqual(foreignValues(before, "all"), foreignValues(document, "all"))) {
    throw unsafeEdit(before.file, "the edit would change more than [mcp_servers.baton]");
  }
}
