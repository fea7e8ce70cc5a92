import { isDeepStrictEqual } from "node:util";
import type { AST } from "toml-eslint-parser";
import { isTable, type Table } from "./is-table.ts";
import { lineStop } from "./line-end.ts";
import { renderField } from "./mcp-server.ts";
import { closedToml } from "./toml-closed.ts";
import { readTomlDocument, type TomlDocument } from "./toml-document.ts";
import { tomlName } from "./toml-name.ts";
import { type TomlPair, tomlPairs } from "./toml-pairs.ts";

/**
 * The text of a TOML file in which one key has this value: replaced where it stands, added to its table in whatever form
 * that is written, else in a table of its own at the end, behind a blank line. Every byte outside stays, and what the
 * edit gives is read back.
 * @param path of the key: its tables, then its name
 * @throws Failure install/config-unreadable, install/config-fixed
 */
export function setTomlKey(text: string, file: string, path: readonly string[], value: string): string {
  const document = readTomlDocument(text, file);
  const after = edited(document, path, value);
  if (!isDeepStrictEqual(valueIn(after, file), withValue(document.value, path, value))) {
    throw closedToml(document, path, value);
  }
  return after;
}

function edited(document: TomlDocument, path: readonly string[], value: string): string {
  const { text, lineEnd } = document;
  const parent = path.slice(0, -1);
  const line = `${tomlName(path.at(-1))} = ${renderField(value)}`;
  const pairs = tomlPairs(document);
  const same = pairs.find((one) => isDeepStrictEqual(one.path, path));
  if (same !== undefined) return splice(text, same.pair.value.range, renderField(value));

  const table = document.body.find((node) => isHeader(node) && isDeepStrictEqual(node.resolvedKey, parent));
  if (table !== undefined && table.type === "TOMLTable") {
    const last = table.body.at(-1)?.range[1] ?? table.key.range[1];
    return insert(text, lineStop(text, last), lineEnd + line);
  }
  const braces = pairs.find((one) => isDeepStrictEqual(one.path, parent))?.pair.value;
  if (braces?.type === "TOMLInlineTable") {
    const last = braces.body.at(-1);
    return last === undefined ? splice(text, braces.range, `{ ${line} }`) : insert(text, last.range[1], `, ${line}`);
  }
  const sibling = pairs.find((one) => one.table?.type !== "TOMLInlineTable" && isDotted(one, parent));
  if (sibling !== undefined) {
    const stop = lineStop(text, sibling.pair.range[1]);
    return insert(text, stop, `${lineEnd}${dottedPrefix(text, sibling, parent)}.${line}`);
  }
  const ahead = /^\uFEFF?$/.test(text) ? "" : text.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
  return `${text}${ahead}[${parent.map((name) => tomlName(name)).join(".")}]${lineEnd}${line}${lineEnd}`;
}

function isHeader(node: AST.TOMLKeyValue | AST.TOMLTable): node is AST.TOMLTable {
  return node.type === "TOMLTable" && node.kind === "standard";
}

/** Whether a pair's own dotted key passes through the parent: `parent.other = …`. */
function isDotted({ path, pair }: TomlPair, parent: readonly string[]): boolean {
  return (
    path.length > parent.length &&
    path.length - pair.key.keys.length < parent.length &&
    parent.every((name, at) => path[at] === name)
  );
}

function dottedPrefix(text: string, { path, pair }: TomlPair, parent: readonly string[]): string {
  const { keys } = pair.key;
  const own = parent.length - (path.length - keys.length);
  return text.slice(pair.key.range[0], keys[own - 1]?.range[1] ?? pair.key.range[1]);
}

function splice(text: string, [start, end]: readonly [number, number], inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

function insert(text: string, at: number, inserted: string): string {
  return splice(text, [at, at], inserted);
}

function valueIn(text: string, file: string): Table | undefined {
  try {
    return readTomlDocument(text, file).value;
  } catch {
    return undefined;
  }
}

function withValue(table: Table, [first = "", ...rest]: readonly string[], value: string): Table {
  const inside = table[first];
  const changed = rest.length === 0 ? value : withValue(isTable(inside) ? inside : {}, rest, value);
  // Without a prototype, as the parser makes its tables: a key may have any name.
  return Object.assign(Object.create(null), table, { [first]: changed }) as Table;
}
