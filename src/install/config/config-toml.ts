import { isDeepStrictEqual } from "node:util";
import type { AST } from "toml-eslint-parser";
import { Failure } from "../../core/failure.ts";
import { LineIndex } from "../../core/line-index.ts";
import { readBack, unsafeEdit } from "./config-failure.ts";
import type { ConfigTomlRecord } from "./config-toml-record.ts";
import { removeConfigToml } from "./config-toml-removal.ts";
import { type Additions, type Edit, editBetween, type Kept } from "./edit.ts";
import { type McpServer, serverFields, serverInline, serverLines } from "./mcp-server.ts";
import { serverAdditions } from "./server-additions.ts";
import { findServer, foreignValues, holdsServer, type ServerPlace } from "./server-table.ts";
import { readTomlDocument, type TomlDocument } from "./toml-document.ts";
import { updateServerTable } from "./update-server-table.ts";

export interface ConfigTomlPlan extends Edit {
  readonly kept?: Kept;
  /** What of the user's stays among our keys. */
  readonly additions?: Additions;
  /** What of ours the file holds after the edit; absent when nothing in it is ours. */
  readonly record?: ConfigTomlRecord;
}

/**
 * Plans `[mcp_servers.baton]` in a config.toml: added at the end when it is not there, updated key by key while its
 * keys still have the values of `previous`, left alone (`kept`) where the user changed it, took it out, or has a server
 * of that name. Every byte outside those values stays.
 * @param current the file's text; undefined when there is no file
 * @param previous what the last install wrote; without it, a table that differs from `wanted` never was ours
 * @throws Failure install/config-unreadable, install/config-closed, install/config-unsafe
 */
export function planConfigToml(
  current: string | undefined,
  file: string,
  wanted: McpServer,
  previous?: ConfigTomlRecord,
): ConfigTomlPlan {
  if (current === undefined && previous !== undefined) return kept(current, "deleted", previous);
  const document = readTomlDocument(current ?? "", file);
  const plan = current === undefined ? create(wanted) : planIn(document, findServer(document), wanted, previous);
  if (plan.change !== "none") assertSafe(document, plan.after, wanted, previous);
  if (plan.change !== "none" && plan.record !== undefined && previous === undefined) {
    const restored = removeConfigToml(plan.after, file, plan.record).after;
    if (restored !== current) throw unsafeEdit(file, "the edit could not be taken back to the byte");
  }
  return plan;
}

function create(wanted: McpServer): ConfigTomlPlan {
  const after = serverLines(wanted).map(withLineFeed).join("");
  return { ...editBetween(undefined, after), record: { server: wanted, created: true, lineEndsBefore: 0 } };
}

function planIn(
  document: TomlDocument,
  place: ServerPlace,
  wanted: McpServer,
  previous: ConfigTomlRecord | undefined,
): ConfigTomlPlan {
  const { text } = document;
  switch (place.form) {
    case "absent":
      return previous === undefined ? append(document, wanted) : kept(text, "deleted", previous);
    case "closed":
      if (previous !== undefined) return kept(text, "deleted", previous);
      throw closed(document, place.node, wanted);
    case "elsewhere":
      if (!holdsServer(place.fields, wanted)) return kept(text, changed(previous), previous);
      return { ...editBetween(text, text), ...(previous === undefined ? {} : { record: previous }) };
    case "table":
      return planInTable(document, place, wanted, previous);
  }
}

function planInTable(
  document: TomlDocument,
  { table, fields }: Extract<ServerPlace, { form: "table" }>,
  wanted: McpServer,
  previous: ConfigTomlRecord | undefined,
): ConfigTomlPlan {
  const { text } = document;
  if (previous === undefined) {
    if (!holdsServer(fields, wanted)) return kept(text, "foreign", previous);
    const record = adopt(document, table.range[0], wanted);
    return { ...editBetween(text, text), ...(record === undefined ? {} : { record }) };
  }
  const updated = updateServerTable(document, table, fields, previous.server, wanted);
  if (updated === undefined) return kept(text, "edited", previous);
  const additions = serverAdditions(document, holdsServer(fields, wanted) ? wanted : previous.server);
  return {
    ...editBetween(text, updated),
    record: { ...previous, server: wanted },
    ...(additions === undefined ? {} : { additions }),
  };
}

function kept(text: string | undefined, why: Kept, previous: ConfigTomlRecord | undefined): ConfigTomlPlan {
  return { after: text, change: "none", kept: why, ...(previous === undefined ? {} : { record: previous }) };
}

function changed(previous: ConfigTomlRecord | undefined): Kept {
  return previous === undefined ? "foreign" : "edited";
}

function append(document: TomlDocument, wanted: McpServer): ConfigTomlPlan {
  const { text, lineEnd } = document;
  const lineEndsBefore = missingLineEnds(text);
  const table = serverLines(wanted).map((line) => line + lineEnd);
  const after = text + lineEnd.repeat(lineEndsBefore) + table.join("");
  return { ...editBetween(text, after), record: { server: wanted, created: false, lineEndsBefore } };
}

/** How many line ends a text lacks until a blank line stands at its end; an empty one lacks none. */
function missingLineEnds(text: string): number {
  if (/^\uFEFF?$/.test(text) || /(?:^\uFEFF?|\n)[ \t]*\r?\n$/.test(text)) return 0;
  return text.endsWith("\n") ? 1 : 2;
}

/** The record of a table that stands just as we write it, when the manifest that knew it is lost; its blank line is a guess. */
function adopt({ text, lineEnd }: TomlDocument, at: number, wanted: McpServer): ConfigTomlRecord | undefined {
  if (!text.startsWith(serverLines(wanted).join(lineEnd), at)) return undefined;
  const created = text.replaceAll("\r\n", "\n") === create(wanted).after;
  return { server: wanted, created, lineEndsBefore: /\n\r?\n$/.test(text.slice(0, at)) ? 1 : 0 };
}

/** Reads the edit back: whatever is not ours must be as it was, and ours as wanted. */
function assertSafe(
  before: TomlDocument,
  after: string | undefined,
  wanted: McpServer,
  previous: ConfigTomlRecord | undefined,
): void {
  const document = readBack(readTomlDocument, after ?? "", before.file);
  const keys = new Set(serverFields(wanted).keys());
  for (const key of previous === undefined ? [] : serverFields(previous.server).keys()) keys.add(key);
  const place = findServer(document);
  const holds = place.form === "table" && holdsServer(place.fields, wanted);
  if (!holds || !isDeepStrictEqual(foreignValues(before, keys), foreignValues(document, keys))) {
    throw unsafeEdit(before.file, "the edit would change more than [mcp_servers.baton]");
  }
}

function closed({ file, text }: TomlDocument, node: AST.TOMLNode, wanted: McpServer): Failure {
  const isInline = node.type === "TOMLKeyValue" && node.value.type === "TOMLInlineTable";
  return new Failure("install/config-closed", '"mcp_servers" is closed: no [mcp_servers.baton] may follow it', {
    hint: isInline
      ? `add this inside its braces, then run the command again: ${serverInline(wanted)}`
      : "Codex reads a table there: write each server as [mcp_servers.<name>] or take it out, then run the command again",
    where: { file, span: new LineIndex(text).span(...node.range) },
  });
}

function withLineFeed(line: string): string {
  return `${line}\n`;
}
