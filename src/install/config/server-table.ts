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

/** The keys that lead to the server. */
export const serverPath = ["mcp_servers", "baton"] as const;

/** Finds `mcp_servers.baton`, whatever form it has. */
export function findServer({ body, value }: TomlDocument): ServerPlace {
  const servers = value[serverPath[0]];
  const server = isTable(servers) ? servers[serverPath[1]] : undefined;
  const fields = isTable(server) ? server : {};
  const table = body.find(isServerTable);
  if (table !== undefined) return { form: "table", table, fields };
  if (server !== undefined) return { form: "elsewhere", fields };
  const node = closingNode(body);
  return node === undefined ? { form: "absent" } : { form: "closed", node };
}

function isServerTable(node: TomlDocument["body"][number]): node is AST.TOMLTable {
  return node.type === "TOMLTable" && node.kind === "standard" && isDeepStrictEqual(node.resolvedKey, [...serverPath]);
}

/** The tables with a header that the server is written in: its own, and those below it. */
export function serverTables({ body }: TomlDocument): readonly AST.TOMLTable[] {
  return body.filter((node) => node.type === "TOMLTable").filter(({ resolvedKey }) => startsWith(resolvedKey));
}

/** What makes `mcp_servers` refuse a header: an inline value, or a table in an array of tables. */
function closingNode(body: TomlDocument["body"]): AST.TOMLNode | undefined {
  for (const node of body) {
    if (node.type === "TOMLTable") {
      if (node.kind === "array" && node.resolvedKey[0] === serverPath[0] && node.resolvedKey.length === 2)
        return node.key;
    } else if (node.key.keys.length === 1 && nameOf(node.key.keys[0]) === serverPath[0]) return node;
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

/** Whether the server is started by the same command, whatever else is set of it. */
export function startsSame(fields: Table, { command, args }: McpServer): boolean {
  return fields["command"] === command && isDeepStrictEqual(fields["args"], args);
}

/** All that is in a document, apart from the named keys of `mcp_servers.baton` or all of it, in a form to compare. */
export function foreignValues({ value }: TomlDocument, keys: ReadonlySet<string> | "all"): Table {
  const found = value[serverPath[0]];
  const servers = isTable(found) ? found : {};
  const server = servers[serverPath[1]];
  return {
    root: without(value, (key) => key === serverPath[0] && isTable(found)),
    servers: without(servers, (key) => key === serverPath[1]),
    server: isTable(server) && keys !== "all" ? without(server, (key) => keys.has(key)) : {},
  };
}

function without(table: Table, isOurs: (key: string) => boolean): Table {
  return Object.fromEntries(Object.entries(table).filter(([key]) => !isOurs(key)));
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted | undefined): string | undefined {
  return key?.type === "TOMLBare" ? key.name : key?.value;
}

function startsWith(whole: readonly (string | number)[]): boolean {
  return serverPath.every((segment, at) => whole[at] === segment);
}
