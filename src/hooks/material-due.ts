import type { Case } from "../audit/case.ts";
import type { Course } from "../audit/follow/follow.ts";
import type { Due } from "../audit/handoff/due.ts";
import { dueAt } from "../audit/handoff/due-at.ts";
import { isDelivered } from "../audit/handoff/is-delivered.ts";
import { stepsAt } from "../audit/handoff/steps-at.ts";
import { isDecision } from "./run/decision-on-stop.ts";

/** What a handoff calls the person's own words. */
const personsWords = "requirements";

/** What is due to a subagent that has just started, but for what its message already holds. */
export function materialDue(course: Course, state: Case, thread: string): readonly Due[] {
  const agent = state.agents.get(thread);
  if (agent === undefined || !agent.inFlow) return [];
  const told = agent.told.filter((text) => text !== null);
  const due = [...dueAt(course, state, agent.type, agent), ...wordsDue(course, state, agent.type, thread)];
  return due.filter((one) => !isDelivered(one, told));
}

/** No agent's answer holds what the person wrote; the session does. */
function wordsDue(course: Course, state: Case, type: string, thread: string): Due[] {
  const isPassed = stepsAt(course, state, type, thread).some(({ node }) => node.passes.includes(personsWords));
  const handoffs = course.contract.handoffs.filter(({ to }) => to.includes(type));
  const passed = handoffs.flatMap(({ passes }) => passes).find(({ name }) => name === personsWords);
  if (!isPassed || passed?.kind !== "text") return [];
  const recipe = new RegExp(`\\$${course.flow.id}(?![\\w-])\\s*`, "g");
  const words = state.person.map(({ text }) => text.replaceAll(recipe, "").trim());
  const material = words.filter((text) => text !== "" && !isDecision(text));
  return material.length === 0
    ? []
    : [{ name: personsWords, kind: "text", from: "the person", what: passed.what, material }];
}
