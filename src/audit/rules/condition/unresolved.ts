import { isBuilding } from "../../evolve-plan.ts";
import { startedAgent } from "../../follow/started-agent.ts";
import { tried } from "../../follow/tried.ts";
import type { Moment } from "../../moment.ts";
import { quoted } from "../../quoted.ts";
import type { Rule } from "../../rule.ts";

/**
 * A condition of a review is resolved before the first agent that writes code starts: its document was changed since, and
 * nobody says that it is still among the open items.
 */
export const unresolved: Rule = {
  code: "condition/unresolved",
  live: true,
  check: (moment) => {
    const { event, before, course, departure } = moment;
    if (before.ended || departure !== undefined || event.kind === "command") return undefined;
    if (!isBuilding(course, before, tried(event))) return undefined;
    return before.conditions
      .filter((one) => (!one.resolved || one.noted === "said") && !isBuiltOver(moment, one.event))
      .map(({ text, document }) => ({
        message: `"${startedAgent(moment)}" starts with a condition of a review still open: ${quoted(text)}`,
        hint: `have its author resolve the condition in ${document ?? "the document"} first`,
      }));
  },
};

/** Whether an agent that writes code has started since the review, and this has been said then. */
function isBuiltOver({ before, course }: Moment, review: number): boolean {
  const builders = course.contract.agents.filter(({ produces }) => produces === "code").map(({ name }) => name);
  return [...before.agents.values()].some(({ type, asked }) => asked > review && builders.includes(type));
}
