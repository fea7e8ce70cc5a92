import { type Diagnostic, diagnose, type Span } from "../../core/diagnostic.ts";
import { closedList } from "../../core/suggest.ts";
import { unsafeEdit } from "./config-failure.ts";
import { type Edit, editBetween } from "./edit.ts";
import { applyHookStep, draftOf, dropCreated, type HooksDraft } from "./hook-edits.ts";
import { type HookGroups, hookEvents, isBatonGroup } from "./hook-group.ts";
import { decideHookSteps, type EventDecision } from "./hook-steps.ts";
import { groupsOf, type HooksDocument, readHooksDocument, spanOfKey } from "./hooks-document.ts";
import type { HooksJsonRecord } from "./hooks-json-record.ts";
import { type KeptHook, removeHooksJson } from "./hooks-json-removal.ts";
import { assertHooksSafe } from "./hooks-safety.ts";
import { isTable } from "./is-table.ts";
import { ownLayout, renderJson } from "./json-layout.ts";

export interface HooksJsonPlan extends Edit {
  readonly kept: readonly KeptHook[];
  /** What of ours the file holds after the edit; absent when nothing in it is ours. */
  readonly record?: HooksJsonRecord;
  /** Why Codex would read no hook of this file at all. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Plans our groups in a hooks.json: added behind the groups of their event, replaced in place while they stand as in
 * `previous`, left alone (`kept`) where the user changed them or took them out. No group of anyone's changes its index,
 * but for those behind one of ours that is retired; every byte outside our groups stays.
 * @param current the file's text; undefined when there is no file
 * @param previous what the last install wrote; without it, a group of that name that differs from `wanted` never was ours
 * @param take put our groups in place of what the user made of them or has under their name, too
 * @throws Failure install/config-unreadable, install/config-unsafe
 */
export function planHooksJson(
  current: string | undefined,
  file: string,
  wanted: HookGroups,
  previous?: HooksJsonRecord,
  take = false,
): HooksJsonPlan {
  if (current === undefined) return take || previous === undefined ? create(wanted) : leaveDeleted(previous);
  const document = readHooksDocument(current, file);
  const decisions = hookEvents.map((event) =>
    decideHookSteps(event, groupsOf(document, event), wanted[event] ?? [], previous?.groups[event] ?? [], take),
  );
  const draft = apply(document, decisions, previous);
  assertHooksSafe(document, draft.document, decisions, [wanted, previous?.groups ?? {}]);
  const record = recordOf(document, draft, decisions, wanted, previous);
  const after = draft.document.text;
  if (previous === undefined && record !== undefined && !hasBatonGroup(document)) {
    const restored = removeHooksJson(after, file, record).after;
    if (restored !== current) throw unsafeEdit(file, "the edit could not be taken back to the byte");
  }
  return {
    ...editBetween(current, after),
    kept: decisions.flatMap(({ event, kept }) => kept.map((why) => ({ event, why }))),
    ...(record === undefined ? {} : { record }),
    findings: rejections(document),
  };
}

function create(wanted: HookGroups): HooksJsonPlan {
  const events = hookEvents.filter((event) => (wanted[event]?.length ?? 0) > 0);
  if (events.length === 0) return { ...editBetween(undefined, undefined), kept: [], findings: [] };
  const created = ["", "/hooks", ...events.map((event) => `/hooks/${event}`)];
  const record: HooksJsonRecord = { groups: wanted, created, interiors: {}, lineEnd: ownLayout.lineEnd };
  return { ...editBetween(undefined, createdText(wanted)), kept: [], record, findings: [] };
}

function createdText(wanted: HookGroups): string {
  const hooks = hookEvents.flatMap((event) => (wanted[event]?.length ? [[event, wanted[event]] as const] : []));
  return `${renderJson({ hooks: Object.fromEntries(hooks) }, ownLayout, "")}\n`;
}

/** The user took the whole file away, so it stays away. */
function leaveDeleted(previous: HooksJsonRecord): HooksJsonPlan {
  const events = hookEvents.filter((event) => (previous.groups[event]?.length ?? 0) > 0);
  const kept = events.map((event): KeptHook => ({ event, why: "deleted" }));
  return { ...editBetween(undefined, undefined), kept, record: previous, findings: [] };
}

function apply(
  document: HooksDocument,
  decisions: readonly EventDecision[],
  previous: HooksJsonRecord | undefined,
): HooksDraft {
  let draft = draftOf(document, previous);
  for (const { event, steps } of decisions) {
    for (const step of steps) draft = applyHookStep(draft, event, step);
  }
  return decisions.some(({ steps }) => steps.some((step) => step.do === "cut")) ? dropCreated(draft) : draft;
}

function recordOf(
  before: HooksDocument,
  { created, interiors }: HooksDraft,
  decisions: readonly EventDecision[],
  wanted: HookGroups,
  previous: HooksJsonRecord | undefined,
): HooksJsonRecord | undefined {
  const ours = decisions.filter(({ groups }) => groups.length > 0);
  if (ours.length === 0) return undefined;
  const groups: HookGroups = Object.fromEntries(ours.map((decision) => [decision.event, decision.groups]));
  const adopted = previous === undefined ? decisions.filter((decision) => decision.adopted) : [];
  const made = new Set([...created, ...(adopted.length > 0 ? guessCreated(before, adopted, wanted) : [])]);
  // A checkout's line ends alone are nothing to write down.
  const isSame = decisions.every(({ steps }) => steps.length === 0);
  const spaces = isSame && previous !== undefined ? previous : { interiors, lineEnd: before.layout.lineEnd };
  return { groups, created: [...made], interiors: spaces.interiors, lineEnd: spaces.lineEnd };
}

/** What a lost record would have said: whatever holds our groups alone was made for them. */
function guessCreated(
  { text, value }: HooksDocument,
  adopted: readonly EventDecision[],
  wanted: HookGroups,
): readonly string[] {
  if (text.replaceAll("\r\n", "\n") === createdText(wanted)) {
    return ["", "/hooks", ...adopted.map(({ event }) => `/hooks/${event}`)];
  }
  const hooks = isTable(value["hooks"]) ? value["hooks"] : {};
  const own = adopted.filter(({ event }) => isAll(hooks[event], isBatonGroup)).map(({ event }) => `/hooks/${event}`);
  return own.length === Object.keys(hooks).length ? ["/hooks", ...own] : own;
}

function isAll(list: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(list) && list.every(test);
}

function hasBatonGroup(document: HooksDocument): boolean {
  return hookEvents.some((event) => groupsOf(document, event).some(isBatonGroup));
}

function rejections(document: HooksDocument): readonly Diagnostic[] {
  const { file, text, value } = document;
  const unknown = Object.keys(value).filter((key) => key !== "description" && key !== "hooks");
  const [first] = unknown;
  const reject = (what: string, span: Span): Diagnostic =>
    diagnose("install/hooks-rejected", {
      message: `Codex rejects the whole file for ${what}`,
      hint: "take it out: until then Codex runs no hook of this file",
      where: { file, span },
    });
  return [
    ...(text.startsWith("\uFEFF") ? [reject("its byte order mark", { line: 1, column: 1, length: 1 })] : []),
    ...(first === undefined
      ? []
      : [reject(`what it holds beside its hooks: ${closedList(unknown)}`, spanOfKey(document, first))]),
  ];
}
