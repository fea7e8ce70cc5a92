import { isDeepStrictEqual } from "node:util";
import { unsafeEdit } from "./config-failure.ts";
import { type HookEvent, type HookGroup, type HookGroups, hookEvents } from "./hook-group.ts";
import type { EventDecision } from "./hook-steps.ts";
import { groupsOf, type HooksDocument } from "./hooks-document.ts";
import { isTable, type Table } from "./is-table.ts";

/**
 * Compares a hooks.json before and after an edit: whatever is not ours must be as it was, and ours as decided.
 * @param known the groups that are ours, wanted ones and those of the last install
 * @throws Failure install/config-unsafe
 */
export function assertHooksSafe(
  before: HooksDocument,
  after: HooksDocument,
  decisions: readonly EventDecision[],
  known: readonly HookGroups[],
): void {
  const isThere = decisions.every(({ event, steps }) =>
    steps.every(
      (step) => step.do === "cut" || groupsOf(after, event).some((one) => isDeepStrictEqual(one, step.group)),
    ),
  );
  const isGivenUp = (event: HookEvent, index: number): boolean =>
    decisions.some((one) => one.event === event && one.steps.some((step) => "index" in step && step.index === index));
  const isUntouched = isDeepStrictEqual(
    foreignValues(before, known, isGivenUp),
    foreignValues(after, known, () => false),
  );
  if (!isThere || !isUntouched) throw unsafeEdit(before.file, "the edit would change more than Baton's hooks");
}

/** All the file's values without the groups we know as ours and those that are given up; what is left empty is dropped. */
function foreignValues(
  { value }: HooksDocument,
  known: readonly HookGroups[],
  isGivenUp: (event: HookEvent, index: number) => boolean,
): Table {
  const hooks = value["hooks"];
  if (!isTable(hooks)) return value;
  const rest: [string, unknown][] = Object.entries(hooks);
  for (const event of hookEvents) {
    const ours: readonly HookGroup[] = known.flatMap((groups) => groups[event] ?? []);
    const pair = rest.find(([name]) => name === event);
    if (pair === undefined || !Array.isArray(pair[1])) continue;
    pair[1] = pair[1].filter(
      (group, at) => !isGivenUp(event, at) && !ours.some((one) => isDeepStrictEqual(one, group)),
    );
  }
  const full = rest.filter(([, groups]) => !Array.isArray(groups) || groups.length > 0);
  const others = Object.entries(value).filter(([name]) => name !== "hooks");
  return Object.fromEntries(full.length === 0 ? others : [...others, ["hooks", Object.fromEntries(full)]]);
}
