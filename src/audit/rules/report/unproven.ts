import { asksPerson } from "../../asks-person.ts";
import { type Case, runningAgents } from "../../case.ts";
import { labelOf } from "../../follow/departure.ts";
import { owedAtTurnEnd } from "../../follow/owed.ts";
import type { Moment } from "../../moment.ts";
import type { Rule } from "../../rule.ts";
import { failedVerifiers } from "../flow/failed-verifier-not-rerun.ts";

/** A turn that ends with the work half done asks the person something; it does not pass for the end. */
export const unproven: Rule = {
  code: "report/unproven",
  live: true,
  check: (moment) => {
    const { event, before, course } = moment;
    if (event.kind !== "turn_ended" || event.aborted || event.message === null) return undefined;
    if (asksPerson(event.message) || isReply(before) || isOthers(moment)) return undefined;
    const owed = owedAtTurnEnd(course, before).map(labelOf);
    if (owed.length === 0) return undefined;
    return {
      message: `the turn ends with the work reported, and the flow still owes ${owed.join(" or ")}`,
      hint: "do what is owed; if you cannot, say that it was not done and ask the person how to go on",
    };
  },
};

/** Agents at work, malformed answers and verifiers that failed have rules of their own. */
function isOthers(moment: Moment): boolean {
  const { before } = moment;
  return runningAgents(before).length > 0 || before.malformed.length > 0 || failedVerifiers(moment).length > 0;
}

/** Whether the turn only answers what a person asked, or wanted stopped, after the last step. */
function isReply({ person, agents }: Case): boolean {
  const last = person.at(-1);
  if (last === undefined || !(last.refuses || last.text.includes("?"))) return false;
  return [...agents.values()].every((agent) => agent.asked < last.event);
}
