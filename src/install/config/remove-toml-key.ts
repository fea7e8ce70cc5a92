import { isDeepStrictEqual } from "node:util";
import type { AST } from "toml-eslint-parser";
import { isTable, type Table } from "./is-table.ts";
import { lineStart, nextLine } from "./line-end.ts";
import { applySplices, type Splice } from "./splice.ts";
import { takeOutPair } from "./take-out-pair.ts";
import { closedToml } from "./toml-closed.ts";
import { readTomlDocument, type TomlDocument } from "./toml-document.ts";
import { type TomlPair, tomlPairs } from "./toml-pairs.ts";

/**
 * The text of a TOML file without one key: its line, or its whole table with the blank line before it where it holds
 * nothing else. What `setTomlKey` has added to a file that ends in a line end is gone to the byte.
 * @throws Failure install/config-unreadable, install/config-fixed
 */
export function removeTomlKey(text: string, file: string, path: readonly string[]): string {
  const document = readTomlDocument(text, file);
  const after = applySplices(text, spliceFor(document, path));
  const [expected, left] = [document.value, valueIn(after, file)].map((value) => value && without(value, path));
  if (left === undefined || !isDeepStrictEqual(left, expected) || holds(valueIn(after, file), path)) {
    throw closedToml(document, path, undefined);
  }
  return after;
}

function spliceFor(document: TomlDocument, path: readonly string[]): readonly Splice[] {
  const pairs = tomlPairs(document);
  const placed = pairs.find((one) => isDeepStrictEqual(one.path, path));
  if (placed === undefined) return [];
  const { pair, table } = placed;
  if (table?.type === "TOMLInlineTable") return fromBraces(document, pairs, placed, table);
  const alone = table?.body.length === 1 && pair.key.keys.length === 1;
  return [alone && table !== undefined ? wholeTable(document, table, pair) : takeOutPair(document.text, pair.range)];
}

/** The table's lines, unless the user has written a comment among them. */
function wholeTable({ text, comments }: TomlDocument, table: AST.TOMLTable, pair: AST.TOMLKeyValue): Splice {
  const start = lineStart(text, table.range[0]);
  const end = nextLine(text, pair.range[1]);
  if (comments.some(({ range }) => range[0] >= start && range[0] < end)) return takeOutPair(text, pair.range);
  const blank = /(?<=^\uFEFF?|\n)\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - blank, end, text: "" };
}

function fromBraces(
  document: TomlDocument,
  pairs: readonly TomlPair[],
  { pair, path }: TomlPair,
  { body }: AST.TOMLInlineTable,
): readonly Splice[] {
  const at = body.indexOf(pair);
  const [before, after] = [body[at - 1], body[at + 1]];
  if (before !== undefined) return [{ start: before.range[1], end: pair.range[1], text: "" }];
  if (after !== undefined) return [{ start: pair.range[0], end: after.range[0], text: "" }];
  const parent = path.slice(0, -pair.key.keys.length);
  return pairs.some((one) => isDeepStrictEqual(one.path, parent)) ? spliceFor(document, parent.map(String)) : [];
}

function valueIn(text: string, file: string): Table | undefined {
  try {
    return readTomlDocument(text, file).value;
  } catch {
    return undefined;
  }
}

function holds(value: unknown, path: readonly string[]): boolean {
  return path.reduce<unknown>((table, name) => (isTable(table) ? table[name] : undefined), value) !== undefined;
}

/** The table without the key, and without tables on the way to it that hold nothing. */
function without(table: Table, [first = "", ...rest]: readonly string[]): Table {
  const inside = table[first];
  const left = rest.length > 0 && isTable(inside) ? without(inside, rest) : {};
  const others = Object.assign(Object.create(null), table) as Record<string, unknown>;
  delete others[first];
  if (Object.keys(left).length > 0) others[first] = left;
  return others;
}
