import type { Moment } from "./moment.ts";
import type { Fault, Rule } from "./rule.ts";

/** Every fault the rules find at a moment of a session that a recipe governs, with the rule that found it. */
export function checkMoment(moment: Moment, rules: readonly Rule[]): (readonly [Rule, Fault])[] {
  if (moment.before.recipe === null) return [];
  return rules.flatMap((rule) => {
    const found = rule.check(moment);
    const faults = found === undefined ? [] : Array.isArray(found) ? (found as readonly Fault[]) : [found as Fault];
    return faults.map((fault) => [rule, fault] as const);
  });
}
