import type { Node } from "jsonc-parser";
import { type JsonLayout, renderJson, renderPair } from "./json-layout.ts";
import { indentAt, lineStart } from "./line-end.ts";
import { applySplices } from "./splice.ts";

/** An element of an array, or with a key a property of an object. */
export interface JsonChild {
  readonly key?: string;
  readonly value: unknown;
}

export interface Appended {
  readonly text: string;
  /** The white space that stood between the brackets, when the container was empty. */
  readonly interior?: string;
}

/** Adds a child behind the last one of an array or object; only white space of an empty container is replaced. */
export function appendChild(text: string, layout: JsonLayout, container: Node, child: JsonChild): Appended {
  const last = container.children?.at(-1);
  if (last === undefined) return fill(text, layout, container, child);
  const end = last.offset + last.length;
  const { separator, indent } = besides(text, layout, last);
  return { text: applySplices(text, [{ start: end, end, text: separator + render(child, layout, indent) }]) };
}

function fill(text: string, layout: JsonLayout, container: Node, child: JsonChild): Appended {
  const [start, end] = inside(container);
  const outer = indentAt(text, container.offset);
  const inner = outer + layout.unit;
  const content = layout.multiline
    ? layout.lineEnd + inner + render(child, layout, inner) + layout.lineEnd + outer
    : render(child, layout, undefined);
  return { text: applySplices(text, [{ start, end, text: content }]), interior: text.slice(start, end) };
}

/** How a new sibling follows `last`: on a line of its own if that one is, else behind it on its line. */
function besides(text: string, layout: JsonLayout, last: Node): { separator: string; indent: string | undefined } {
  const ahead = text.slice(lineStart(text, last.offset), last.offset);
  if (layout.multiline && ahead.trim() === "") return { separator: `,${layout.lineEnd}${ahead}`, indent: ahead };
  const end = last.offset + last.length;
  const spread = text.slice(last.offset, end).includes("\n");
  return { separator: layout.comma, indent: spread ? indentAt(text, end) : undefined };
}

function render({ key, value }: JsonChild, layout: JsonLayout, indent: string | undefined): string {
  return key === undefined ? renderJson(value, layout, indent) : renderPair(key, value, layout, indent);
}

/** Puts another value in a value's place, laid out as the one before. */
export function replaceValue(text: string, layout: JsonLayout, node: Node, value: unknown): string {
  const end = node.offset + node.length;
  const spread = text.slice(node.offset, end).includes("\n");
  const replaced = renderJson(value, layout, spread ? indentAt(text, node.offset) : undefined);
  return applySplices(text, [{ start: node.offset, end, text: replaced }]);
}

/**
 * Takes out a child with the separator that came with it: what `appendChild` added, to the byte.
 * @param interior what is to stand between the brackets when it was the only child
 */
export function cutChild(text: string, container: Node, at: number, interior: string): string {
  const children = container.children ?? [];
  const [before, child, after] = [children[at - 1], children[at], children[at + 1]];
  if (child === undefined) return text;
  if (before !== undefined) {
    return applySplices(text, [{ start: before.offset + before.length, end: child.offset + child.length, text: "" }]);
  }
  if (after !== undefined) return applySplices(text, [{ start: child.offset, end: after.offset, text: "" }]);
  const [start, end] = inside(container);
  return applySplices(text, [{ start, end, text: interior }]);
}

function inside(container: Node): [number, number] {
  return [container.offset + 1, container.offset + container.length - 1];
}
