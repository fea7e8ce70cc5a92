import { isDeepStrictEqual } from "node:util";
import type { Kept } from "./edit.ts";
import { type HookEvent, type HookGroup, isBatonGroup } from "./hook-group.ts";
import { isTable } from "./is-table.ts";
import { pairUp } from "./pair-up.ts";

/** One thing to do to an event's groups; indexes are those before any step, and cuts come last, from the end. */
export type HookStep =
  | { readonly do: "replace"; readonly index: number; readonly group: HookGroup }
  | { readonly do: "append"; readonly group: HookGroup }
  | { readonly do: "cut"; readonly index: number };

/** What is to be done for one event, and what stays as the user has it. */
export interface EventDecision {
  readonly event: HookEvent;
  readonly steps: readonly HookStep[];
  readonly kept: readonly Kept[];
  /** The groups to remember as ours: in the file as written, or known and changed by the user. */
  readonly groups: readonly HookGroup[];
  /** Whether a group of ours was found that no record knew. */
  readonly adopted: boolean;
}

interface Found {
  readonly index: number;
  readonly group: unknown;
}

/** What becomes of one group: at most one step, and what is remembered of it. */
interface Outcome {
  readonly step?: HookStep;
  readonly kept?: Kept;
  readonly group?: HookGroup;
  readonly adopted?: true;
}

/**
 * Decides how an event's groups in the file become the wanted ones: a group as the last install wrote it is replaced in
 * place or taken out, a new one is added at the end, and whatever the user changed, took out or has under our name is left.
 * @param take that is replaced, too
 */
export function decideHookSteps(
  event: HookEvent,
  inFile: readonly unknown[],
  wanted: readonly HookGroup[],
  previous: readonly HookGroup[],
  take = false,
): EventDecision {
  const found = batonGroups(inFile);
  const written = pairUp(previous, found, [isSame, hasSameMatcher, anything]);
  const successors = pairUp(previous, wanted, [isDeepStrictEqual, hasSameMatcher, anything]);
  const fresh = without(wanted, successors);
  const unknown = without(found, written);
  const strangers = pairUp(fresh, unknown, [isSame, hasSameMatcher]);
  const outcomes = [
    ...previous.map((group, at) => known(group, found[written.get(at) ?? -1], wanted[successors.get(at) ?? -1], take)),
    ...fresh.map((group, at) => unrecorded(group, unknown[strangers.get(at) ?? -1], take)),
  ];
  const steps = outcomes.flatMap(({ step }) => step ?? []);
  const cuts = steps.filter((step) => step.do === "cut").toSorted((a, b) => b.index - a.index);
  return {
    event,
    steps: [...steps.filter((step) => step.do !== "cut"), ...cuts],
    kept: outcomes.flatMap(({ kept }) => kept ?? []),
    groups: outcomes.flatMap(({ group }) => group ?? []),
    adopted: outcomes.some(({ adopted }) => adopted),
  };
}

function known(before: HookGroup, here: Found | undefined, next: HookGroup | undefined, take: boolean): Outcome {
  if (here === undefined && next === undefined) return {};
  if (here === undefined) return take && next !== undefined ? appended(next) : { kept: "deleted", group: before };
  if (next !== undefined && isSame(next, here)) return { group: next };
  if (!take && !isSame(before, here)) return { kept: "edited", group: before };
  if (next === undefined) return { step: { do: "cut", index: here.index } };
  return replaced(here, next);
}

function unrecorded(group: HookGroup, here: Found | undefined, take: boolean): Outcome {
  if (here === undefined) return appended(group);
  if (isSame(group, here)) return { group, adopted: true };
  return take ? replaced(here, group) : { kept: "foreign" };
}

function appended(group: HookGroup): Outcome {
  return { step: { do: "append", group }, group };
}

function replaced({ index }: Found, group: HookGroup): Outcome {
  return { step: { do: "replace", index, group }, group };
}

/** Decides which of an event's groups an uninstall takes out: those still as the record has them. */
export function decideHookCuts(
  inFile: readonly unknown[],
  record: readonly HookGroup[],
): Pick<EventDecision, "steps" | "kept"> {
  const found = batonGroups(inFile);
  const ours = new Set(pairUp(record, found, [isSame]).values());
  const cuts = found.filter((_, at) => ours.has(at)).map(({ index }): HookStep => ({ do: "cut", index }));
  return { steps: cuts.reverse(), kept: found.filter((_, at) => !ours.has(at)).map(() => "edited") };
}

function batonGroups(inFile: readonly unknown[]): readonly Found[] {
  return inFile.map((group, index) => ({ group, index })).filter(({ group }) => isBatonGroup(group));
}

function isSame(group: HookGroup, found: Found): boolean {
  return isDeepStrictEqual(group, found.group);
}

function hasSameMatcher(group: HookGroup, other: HookGroup | Found): boolean {
  const candidate: unknown = "group" in other ? other.group : other;
  return isTable(candidate) && candidate["matcher"] === group.matcher;
}

function anything(): boolean {
  return true;
}

/** The elements without a partner, of the list whose indexes are the pairs' values. */
function without<T>(list: readonly T[], pairs: ReadonlyMap<number, number>): readonly T[] {
  const taken = new Set(pairs.values());
  return list.filter((_, at) => !taken.has(at));
}
