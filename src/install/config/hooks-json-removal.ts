import { type Edit, editBetween, type Kept } from "./edit.ts";
import { applyHookStep, draftOf, dropCreated } from "./hook-edits.ts";
import { type HookEvent, hookEvents } from "./hook-group.ts";
import { decideHookCuts } from "./hook-steps.ts";
import { groupsOf, readHooksDocument } from "./hooks-document.ts";
import type { HooksJsonRecord } from "./hooks-json-record.ts";

/** An event at which a group of ours stays as the user has it. */
export interface KeptHook {
  readonly event: HookEvent;
  readonly why: Kept;
}

export interface HooksJsonRemoval extends Edit {
  readonly kept: readonly KeptHook[];
}

/**
 * Plans what takes our groups out of a hooks.json again: the text from before the install, to the byte, as far as the
 * user left it; no file when we made it and nothing else is in it. A group the user changed stays (`kept`).
 * @throws Failure install/config-unreadable
 */
export function removeHooksJson(current: string | undefined, file: string, record: HooksJsonRecord): HooksJsonRemoval {
  if (current === undefined) return { ...editBetween(current, current), kept: [] };
  let draft = draftOf(readHooksDocument(current, file), record);
  const kept: KeptHook[] = [];
  for (const event of hookEvents) {
    const decision = decideHookCuts(groupsOf(draft.document, event), record.groups[event] ?? []);
    for (const step of decision.steps) draft = applyHookStep(draft, event, step);
    kept.push(...decision.kept.map((why) => ({ event, why })));
  }
  const { document } = dropCreated(draft);
  const isEmptied = record.created.includes("") && document.root.children?.length === 0;
  return { ...editBetween(current, isEmptied ? undefined : document.text), kept };
}
