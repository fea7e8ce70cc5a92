import { isDeepStrictEqual } from "node:util";
import type { AST } from "toml-eslint-parser";
import type { Table } from "./is-table.ts";
import { lineStop } from "./line-end.ts";
import { type McpServer, renderField, serverFields } from "./mcp-server.ts";
import { holdsServer, pairOf } from "./server-table.ts";
import { applySplices, type Splice } from "./splice.ts";
import { takeOutPair } from "./take-out-pair.ts";
import type { TomlDocument } from "./toml-document.ts";

/**
 * The text with our keys of `[mcp_servers.baton]` brought from `previous` to `wanted`: values replaced in place, new
 * keys added behind ours, retired ones taken out; the user's keys and comments stay. Undefined when the table is
 * neither as `previous` nor as `wanted`: the user's then.
 */
export function updateServerTable(
  { text, lineEnd }: TomlDocument,
  table: AST.TOMLTable,
  fields: Table,
  previous: McpServer,
  wanted: McpServer,
): string | undefined {
  const before = serverFields(previous);
  const after = serverFields(wanted);
  const retired = [...before.keys()].filter((key) => !after.has(key) && Object.hasOwn(fields, key));
  if (holdsServer(fields, wanted) && retired.length === 0) return text;
  if (!holdsServer(fields, previous)) return undefined;
  const splices: Splice[] = [];
  const added: string[] = [];
  for (const [key, field] of after) {
    const pair = pairOf(table, key);
    if (isDeepStrictEqual(fields[key], field)) continue;
    if (!Object.hasOwn(fields, key)) added.push(`${key} = ${renderField(field)}`);
    else if (pair === undefined || !before.has(key)) return undefined;
    else splices.push({ start: pair.value.range[0], end: pair.value.range[1], text: renderField(field) });
  }
  if (added.length > 0) {
    const staying = [...before.keys()].filter((key) => after.has(key)).map((key) => pairOf(table, key)?.range[1] ?? 0);
    const end = lineStop(text, Math.max(table.key.range[1], ...staying));
    splices.push({ start: end, end, text: added.map((line) => lineEnd + line).join("") });
  }
  for (const key of retired) {
    const pair = pairOf(table, key);
    if (pair === undefined) return undefined;
    splices.push(takeOutPair(text, pair.range));
  }
  return applySplices(text, splices);
}
