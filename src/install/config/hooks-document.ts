import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { Span } from "../../core/diagnostic.ts";
import { LineIndex } from "../../core/line-index.ts";
import { parseJson } from "../../parse/json.ts";
import { unreadableConfig } from "./config-failure.ts";
import { type HookEvent, hookEvents } from "./hook-group.ts";
import { isTable, type Table } from "./is-table.ts";
import { type JsonLayout, layoutOf } from "./json-layout.ts";

/** A hooks.json that parses, with the places of what is in it. */
export interface HooksDocument {
  readonly file: string;
  readonly text: string;
  readonly value: Table;
  readonly root: Node;
  readonly layout: JsonLayout;
}

/**
 * Reads a hooks.json for editing.
 * @throws Failure install/config-unreadable when it is not JSON as Codex reads it, gives a key twice, or holds
 * something else where hooks or an event's groups belong
 */
export function readHooksDocument(text: string, file: string): HooksDocument {
  const { value, findings, locate } = parseJson(text, file);
  const finding = findings[0];
  if (finding !== undefined) throw unreadableConfig(file, finding.message, finding.where.span);
  // A byte order mark is one unit, as is the space put in its place: offsets stay true.
  const root = parseTree(text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text);
  if (!isTable(value) || root === undefined) {
    throw unreadableConfig(file, "the file holds no object", locate(""));
  }
  const misplaced = misplacedIn(value);
  if (misplaced !== undefined) throw unreadableConfig(file, misplaced.message, locate(misplaced.pointer));
  return { file, text, value, root, layout: layoutOf(text, root) };
}

function misplacedIn(value: Table): { pointer: string; message: string } | undefined {
  const hooks = value["hooks"];
  if (hooks === undefined) return undefined;
  if (!isTable(hooks)) return { pointer: "/hooks", message: '"hooks" is no object' };
  const event = hookEvents.find((name) => Object.hasOwn(hooks, name) && !Array.isArray(hooks[name]));
  return event && { pointer: `/hooks/${event}`, message: `"${event}" is no array of groups` };
}

/** The groups of an event; none when it is not there. */
export function groupsOf({ value }: HooksDocument, event: HookEvent): readonly unknown[] {
  const hooks = value["hooks"];
  const groups = isTable(hooks) ? hooks[event] : undefined;
  return Array.isArray(groups) ? groups : [];
}

/** The node at a path of keys and indexes. */
export function nodeAt({ root }: HooksDocument, ...path: readonly (string | number)[]): Node | undefined {
  return findNodeAtLocation(root, [...path]);
}

/** The span of a top-level key. */
export function spanOfKey({ root, text }: HooksDocument, key: string): Span {
  const name = root.children?.find((property) => property.children?.[0]?.value === key)?.children?.[0];
  return new LineIndex(text).span(name?.offset ?? 0, (name?.offset ?? 0) + (name?.length ?? 0));
}
