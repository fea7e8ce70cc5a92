import type { Passed } from "../../contract/contract.ts";
import { fieldOf } from "../../response/route-answer.ts";
import { orchestrator } from "../../workflow/graph.ts";
import type { Case } from "../case.ts";
import type { Course } from "../follow/follow.ts";
import { isDocument } from "../is-document.ts";
import { answersOf, textsAt } from "./answers-of.ts";
import type { Due } from "./due.ts";
import { conditionsName, openConditions } from "./open-conditions.ts";
import { pathsDue } from "./paths-due.ts";
import { stepsAt } from "./steps-at.ts";

/** Narrows what is asked for to one agent: its thread, and the event that started it. */
export interface Starting {
  readonly thread: string;
  readonly started: number;
}

/**
 * What has to reach an agent of a type that starts now: of what its step passes, everything whose source has given a valid
 * answer, with the material itself. What only a document's text holds, and what nobody has answered yet, is not among it.
 */
export function dueAt(course: Course, before: Case, type: string, starting?: Starting): readonly Due[] {
  const steps = stepsAt(course, before, type, starting?.thread);
  const [first, ...others] = steps.map(({ node }) => node.passes);
  const names = (first ?? []).filter((name) => others.every((passes) => passes.includes(name)));
  const until = starting?.started ?? Number.POSITIVE_INFINITY;
  const handoffs = course.contract.handoffs.filter(({ to }) => to.includes(type));
  const found: Due[] = [];
  for (const { from, passes } of handoffs) {
    for (const passed of passes) {
      if (!names.includes(passed.name)) continue;
      const material = materialOf(course, before, from, passed, until);
      if (material.length === 0 || found.some((one) => one.name === passed.name && one.kind !== "answer")) continue;
      const { name, kind, what } = passed;
      found.push({ name, kind, from, what, material });
    }
  }
  return [...found, ...ownChange(before, names, found, handoffs)];
}

function materialOf(course: Course, before: Case, from: string, passed: Passed, until: number): readonly string[] {
  if (passed.kind === "path") return pathsDue(course, before, from, passed, until);
  const newest = answersOf(before, from, until).at(-1);
  if (newest === undefined) return [];
  if (passed.name === conditionsName) return openConditions(before).map(({ text }) => text);
  if (passed.kind === "text") return passed.field === undefined ? [] : textsAt(newest, passed.field);
  // Findings travel back only when there are some.
  if (passed.when !== undefined && newest.routed?.route !== "revise") return [];
  const value = passed.field === undefined ? newest.answer : fieldOf(newest.answer, passed.field);
  return value === undefined || value === null ? [] : [JSON.stringify(value)];
}

/** Where the orchestrator implements itself, the files it changed are what a task's executor would have declared. */
function ownChange(
  before: Case,
  names: readonly string[],
  found: readonly Due[],
  handoffs: Course["contract"]["handoffs"],
): Due[] {
  return handoffs
    .flatMap(({ passes }) => passes)
    .filter(({ name, field }) => names.includes(name) && field === "filesModified")
    .filter(({ name }) => found.every((one) => one.name !== name))
    .slice(0, 1)
    .flatMap(({ name, kind, what }) => {
      const material = before.change.seen.filter((path) => !isDocument(path, before));
      return material.length === 0 ? [] : [{ name, kind, from: orchestrator, what, material }];
    });
}
