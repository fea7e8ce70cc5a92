import { isDeepStrictEqual } from "node:util";
import type { AST } from "toml-eslint-parser";
import { isTable, type Table } from "./is-table.ts";
import { type McpServer, serverFields } from "./mcp-server.ts";
import type { TomlDocument } from "./toml-document.ts";

/** How `mcp_servers.baton` stands in a config.toml. */
export type ServerPlace =
  /** Not there; a `[mcp_servers.baton]` header may be added. */
  | { readonly form: "absent" }
  /** Not there, and `mcp_servers` takes no header: `node` is what closes it. */
  | { readonly form: "closed"; readonly node: AST.TOMLNode }
  /** There under its own header. */
  | { readonly form: "table"; readonly table: AST.TOMLTable; readonly fields: Table }
  /** There inline, through dotted keys, or by sub-tables alone: somebody else's hand. */
  | { readonly form: "elsewhere"; readonly fields: Table };

const path = ["mcp_servers", "baton"] as const;

/** Finds `mcp_servers.baton`, whatever form it has. */
export function findServer({ body, value }: TomlDocument): ServerPlace {
  const servers = value[path[0]];
  const server = isTable(servers) ? servers[path[1]] : undefined;
  const fields = isTable(server) ? server : {};
  const table = body.find(isServerTable);
  if (table !== undefined) return { form: "table", table, fields };
  if (server !== undefined) return { form: "elsewhere", fields };
  const node = closingNode(body);
  return node === undefined ? { form: "absent" } : { form: "closed", node };
}

function isServerTable(node: TomlDocument["body"][number]): node is AST.TOMLTable {
  return node.type === "TOMLTable" && node.kind === "standard" && isDeepStrictEqual(node.resolvedKey, [...path]);
}

/** Whether the user has sub-tables under the server's header, which need its table to start anything. */
export function hasSubTables({ body }: TomlDocument): boolean {
  return body.some(
    (node) =>
      node.type === "TOMLTable" && node.resolvedKey.length > path.length && startsWith(node.resolvedKey, [...path]),
  );
}

/** What makes `mcp_servers` refuse a header: an inline value, or a table in an array of tables. */
function closingNode(body: TomlDocument["body"]): AST.TOMLNode | undefined {
  for (const node of body) {
    if (node.type === "TOMLTable") {
      if (node.kind === "array" && node.resolvedKey[0] === path[0] && node.resolvedKey.length === 2) return node.key;
    } else if (node.key.keys.length === 1 && nameOf(node.key.keys[0]) === path[0]) return node;
  }
  return undefined;
}

/** The pair of a table's own body with this one key; dotted keys are the user's. */
export function pairOf(table: AST.TOMLTable, key: string): AST.TOMLKeyValue | undefined {
  return table.body.find((pair) => pair.key.keys.length === 1 && nameOf(pair.key.keys[0]) === key);
}

/** Whether the server's keys have just these values; keys that are not of `server` may stand beside them. */
export function holdsServer(fields: Table, server: McpServer): boolean {
  return [...serverFields(server)].every(([key, field]) => isDeepStrictEqual(fields[key], field));
}

/** All that is in a document, apart from the named keys of `mcp_servers.baton`, in a form to compare. */
export function foreignValues({ value }: TomlDocument, keys: ReadonlySet<string>): Table {
  const found = value[path[0]];
  const servers = isTable(found) ? found : {};
  const server = servers[path[1]];
  return {
    root: without(value, (key) => key === path[0] && isTable(found)),
    servers: without(servers, (key) => key === path[1]),
    server: isTable(server) ? without(server, (key) => keys.has(key)) : {},
  };
}

function without(table: Table, isOurs: (key: string) => boolean): Table {
  return Object.fromEntries(Object.entries(table).filter(([key]) => !isOurs(key)));
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted | undefined): string | undefined {
  return key?.type === "TOMLBare" ? key.name : key?.value;
}

function startsWith(whole: readonly (string | number)[], start: readonly string[]): boolean {
  return start.every((segment, at) => whole[at] === segment);
}
