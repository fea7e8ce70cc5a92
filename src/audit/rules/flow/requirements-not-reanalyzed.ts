import { changesRequirements } from "../../changes-requirements.ts";
import { startedAgent } from "../../follow/started-agent.ts";
import type { Moment } from "../../moment.ts";
import { quoted } from "../../quoted.ts";
import type { Rule } from "../../rule.ts";

/**
 * The analysis the flow was chosen by holds for what is wanted now: an answer to an analysis that is provisional, and words
 * that clearly change what is wanted, where the flow waits for none or asks about the analysis itself, go to the analyzer
 * before any other agent starts.
 */
export const requirementsNotReanalyzed: Rule = {
  code: "flow/requirements-not-reanalyzed",
  live: true,
  check: (moment) => {
    const { before, course } = moment;
    const analyzer = course.flow.nodes.get(course.flow.start)?.agent;
    const words = before.person.at(-1);
    if (analyzer === undefined || words === undefined || !isStart(moment) || startedAgent(moment) === analyzer)
      return undefined;
    const agents = [...before.agents.values()];
    // The first agent that starts after the words is the one they are held against.
    if (before.ended || agents.some((agent) => agent.asked > words.event)) return undefined;
    const hint = `give ${analyzer} the original and the added words, and go on with what its answer says`;
    const last = agents.filter((agent) => agent.type === analyzer).at(-1);
    const route = last?.answers.findLast((answer) => answer.valid)?.routed?.route;
    if (last?.status === "answered" && route === "escalate")
      return { message: `"${startedAgent(moment)}" starts on an analysis that is provisional`, hint };
    const asksAnalysis = course.contract.stops.some(({ id, after }) => id === words.stop && after === analyzer);
    if ((words.awaited && !asksAnalysis) || agents.length === 0 || !changesRequirements(words.text)) return undefined;
    return {
      message: `"${startedAgent(moment)}" starts after a person changed what is wanted: ${quoted(words.text)}`,
      hint,
    };
  },
};

/** Whether an agent starts to work; what one at work is told is part of its task. */
function isStart({ event, before, departure }: Moment): boolean {
  if (departure !== undefined || event.agent !== null) return false;
  if (event.kind === "spawn") return true;
  if (event.kind !== "agent_addressed" || event.as === "note") return false;
  return before.agents.get(event.target)?.status !== "running";
}
