import type { Moment } from "./moment.ts";
import type { Fault, Rule } from "./rule.ts";

/**
 * Every fault the rules find at a moment of a session that a recipe governs, the moment it is invoked included, with the
 * rule that found it.
 */
export function checkMoment(moment: Moment, rules: readonly Rule[]): (readonly [Rule, Fault])[] {
  if (moment.before.recipe === null && !isInvoked(moment)) return [];
  return rules.flatMap((rule) => {
    const found = rule.check(moment);
    const faults = found === undefined ? [] : Array.isArray(found) ? (found as readonly Fault[]) : [found as Fault];
    return faults.map((fault) => [rule, fault] as const);
  });
}

function isInvoked({ event, course }: Moment): boolean {
  return event.kind === "skill_invoked" && event.skill === course.flow.id;
}
