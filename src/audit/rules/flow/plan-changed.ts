import { commitAt } from "../../commit-at.ts";
import { isBuilding } from "../../evolve-plan.ts";
import { startedAgent } from "../../follow/started-agent.ts";
import { tried } from "../../follow/tried.ts";
import type { Moment } from "../../moment.ts";
import type { Rule } from "../../rule.ts";
import { unapprovedAt } from "../commit/unapproved.ts";

/**
 * What is built is the plan a person approved. A change of the plan is held against the first work on code that follows
 * it, until a person has written again; who builds a task ticks its box there, and changes nothing by it.
 */
export const planChanged: Rule = {
  code: "flow/plan-changed",
  live: true,
  check: (moment) => {
    const { before, departure } = moment;
    const { plan } = before;
    if (plan === null || !plan.approved || !plan.changed || plan.builtOn) return undefined;
    if (before.ended || departure !== undefined) return undefined;
    const what = whatIsBuilt(moment);
    if (what === undefined) return undefined;
    return {
      message: `${what}, and "${plan.path}" was changed after its approval`,
      hint: "put the changed plan before the person, say what has changed, and end your turn",
    };
  },
};

function whatIsBuilt(moment: Moment): string | undefined {
  const { event, before, course } = moment;
  if (event.kind !== "command")
    return isBuilding(course, before, tried(event)) ? `"${startedAgent(moment)}" starts` : undefined;
  const code = commitAt(moment)?.code ?? [];
  return code.length > 0 && unapprovedAt(moment) === undefined ? `"${code[0]}" is committed` : undefined;
}
