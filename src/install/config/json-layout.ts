import type { Node } from "jsonc-parser";
import { indentAt, type LineEnd, lineEndOf } from "./line-end.ts";

/** How a JSON file is laid out, so that what is added looks like the rest. */
export interface JsonLayout {
  readonly lineEnd: LineEnd;
  /** One step of indentation. */
  readonly unit: string;
  /** Whether the file is spread over lines. */
  readonly multiline: boolean;
  /** What stands between a key and its value, and between two elements of one line. */
  readonly colon: string;
  readonly comma: string;
}

/** The layout of a file that is ours to make. */
export const ownLayout: JsonLayout = { lineEnd: "\n", unit: "  ", multiline: true, colon: ": ", comma: ", " };

/** Reads the layout off a file's text; what it does not show is as in our own. */
export function layoutOf(text: string, root: Node): JsonLayout {
  const first = root.children?.[0];
  const multiline = first === undefined || text.slice(root.offset, root.offset + root.length).includes("\n");
  const colon = /^ ?: ?$/.exec(gapAfterKey(text, first))?.[0] ?? ownLayout.colon;
  const comma = /^, ?$/.exec(siblingGap(text, root))?.[0] ?? (colon.endsWith(" ") ? ", " : ",");
  return { lineEnd: lineEndOf(text), unit: unitOf(text, first), multiline, colon, comma };
}

function unitOf(text: string, first: Node | undefined): string {
  const indent = first === undefined ? "" : indentAt(text, first.offset);
  return indent === "" ? ownLayout.unit : indent;
}

function gapAfterKey(text: string, property: Node | undefined): string {
  const [key, value] = property?.children ?? [];
  return key === undefined || value === undefined ? "" : text.slice(key.offset + key.length, value.offset);
}

/** What stands between two siblings of the file that share a line. */
function siblingGap(text: string, root: Node): string {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const [first, second] = node.type === "property" ? [] : (node.children ?? []);
    const gap =
      first === undefined || second === undefined ? "" : text.slice(first.offset + first.length, second.offset);
    if (/^, ?$/.test(gap)) return gap;
    for (const child of node.children ?? []) open.push(child);
  }
  return "";
}

/**
 * Renders a JSON value in a layout.
 * @param indent the indentation of the line it begins on; undefined puts the value on one line
 */
export function renderJson(value: unknown, layout: JsonLayout, indent: string | undefined): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = indent === undefined ? undefined : indent + layout.unit;
  const items = Array.isArray(value)
    ? value.map((item) => renderJson(item, layout, inner))
    : Object.entries(value).map(([key, item]) => renderPair(key, item, layout, inner));
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (items.length === 0) return `${open}${close}`;
  if (inner === undefined) return `${open}${items.join(layout.comma)}${close}`;
  const { lineEnd } = layout;
  return `${open}${lineEnd}${inner}${items.join(`,${lineEnd}${inner}`)}${lineEnd}${indent}${close}`;
}

/** Renders a property of an object; `indent` as for a value. */
export function renderPair(key: string, value: unknown, layout: JsonLayout, indent: string | undefined): string {
  return JSON.stringify(key) + layout.colon + renderJson(value, layout, indent);
}
