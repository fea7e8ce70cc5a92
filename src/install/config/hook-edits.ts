import type { Node } from "jsonc-parser";
import { readBack } from "./config-failure.ts";
import type { HookEvent } from "./hook-group.ts";
import type { HookStep } from "./hook-steps.ts";
import { type HooksDocument, nodeAt, readHooksDocument } from "./hooks-document.ts";
import type { HooksJsonRecord } from "./hooks-json-record.ts";
import { appendChild, cutChild, type JsonChild, replaceValue } from "./json-children.ts";

/** A hooks.json on the way, with what it takes to undo what was done to it. */
export interface HooksDraft extends Pick<HooksJsonRecord, "created" | "interiors"> {
  readonly document: HooksDocument;
}

/** Begins with a file as it stands; white space recorded before a checkout changed its line ends is changed alike. */
export function draftOf(document: HooksDocument, record: HooksJsonRecord | undefined): HooksDraft {
  const { lineEnd } = document.layout;
  const { created = [], interiors = {} } = record ?? {};
  if (record === undefined || record.lineEnd === lineEnd) return { document, created, interiors };
  const changed = Object.entries(interiors).map(([pointer, space]) => [pointer, space.replace(/\r?\n/g, lineEnd)]);
  return { document, created, interiors: Object.fromEntries(changed) };
}

/** Makes one step in the text; nothing but the group, its separator and what must be made to hold it changes. */
export function applyHookStep(draft: HooksDraft, event: HookEvent, step: HookStep): HooksDraft {
  const { document } = draft;
  const groups = nodeAt(document, "hooks", event);
  if (step.do === "append") return append(draft, event, step.group, groups);
  if (step.do === "cut") {
    return groups === undefined ? draft : withText(draft, cut(draft, groups, step.index, `/hooks/${event}`));
  }
  const node = nodeAt(document, "hooks", event, step.index);
  if (node === undefined) return draft;
  return withText(draft, replaceValue(document.text, document.layout, node, step.group));
}

/** Takes out the arrays and the object that were made to hold our groups and hold nothing any more. */
export function dropCreated(draft: HooksDraft): HooksDraft {
  const deepestFirst = draft.created.filter((pointer) => pointer !== "").toSorted((a, b) => b.length - a.length);
  return deepestFirst.reduce(dropIfEmpty, draft);
}

function dropIfEmpty(draft: HooksDraft, pointer: string): HooksDraft {
  const path = pointer.split("/").slice(1);
  const node = nodeAt(draft.document, ...path);
  const property = node?.parent;
  const container = property?.parent;
  if (property === undefined || container === undefined || node?.children?.length !== 0) return draft;
  const at = container.children?.indexOf(property) ?? -1;
  const text = cut(draft, container, at, pointer.slice(0, pointer.lastIndexOf("/")));
  return { ...withText(draft, text), created: draft.created.filter((one) => one !== pointer) };
}

function append(draft: HooksDraft, event: HookEvent, group: unknown, groups: Node | undefined): HooksDraft {
  const { document } = draft;
  const hooks = nodeAt(document, "hooks");
  if (groups !== undefined) return add(draft, groups, `/hooks/${event}`, { value: group }, []);
  const made = [`/hooks/${event}`];
  if (hooks !== undefined) return add(draft, hooks, "/hooks", { key: event, value: [group] }, made);
  return add(draft, document.root, "", { key: "hooks", value: { [event]: [group] } }, ["/hooks", ...made]);
}

function add(
  draft: HooksDraft,
  container: Node,
  pointer: string,
  child: JsonChild,
  made: readonly string[],
): HooksDraft {
  const { text, interior } = appendChild(draft.document.text, draft.document.layout, container, child);
  const interiors = interior === undefined ? draft.interiors : { ...draft.interiors, [pointer]: interior };
  return { ...withText(draft, text), interiors, created: [...draft.created, ...made] };
}

function cut({ document, interiors }: HooksDraft, container: Node, at: number, pointer: string): string {
  return cutChild(document.text, container, at, interiors[pointer] ?? "");
}

function withText(draft: HooksDraft, text: string): HooksDraft {
  return { ...draft, document: readBack(readHooksDocument, text, draft.document.file) };
}
