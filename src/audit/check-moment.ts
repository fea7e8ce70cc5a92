import { changesNothing } from "./changes-nothing.ts";
import type { Moment } from "./moment.ts";
import type { Fault, Rule } from "./rule.ts";

/**
 * Every fault the rules find at a moment of a session that a recipe governs, the moment it is invoked included, with the
 * rule that found it.
 */
export function checkMoment(moment: Moment, rules: readonly Rule[]): (readonly [Rule, Fault])[] {
  if (moment.before.recipe === null && !isInvoked(moment)) return [];
  if (changesNothing(moment.event)) return [];
  const faults: (readonly [Rule, Fault])[] = [];
  for (const rule of rules) {
    const found = rule.check(moment);
    if (found === undefined) continue;
    for (const fault of Array.isArray(found) ? (found as readonly Fault[]) : [found as Fault])
      faults.push([rule, fault]);
  }
  return faults;
}

function isInvoked({ event, course }: Moment): boolean {
  return event.kind === "skill_invoked" && event.skill === course.flow.id;
}
