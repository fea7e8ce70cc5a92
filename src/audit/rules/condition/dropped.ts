import { carries } from "../../carries.ts";
import type { AgentCase, OpenCondition } from "../../case.ts";
import type { Course } from "../../follow/follow.ts";
import { conditionsName, openConditions } from "../../handoff/open-conditions.ts";
import { toldTo } from "../../handoff/told-to.ts";
import { quoted } from "../../quoted.ts";
import type { Rule } from "../../rule.ts";

/**
 * A condition of a review travels into the next phase: the agents to which the contract passes `conditions` are told it,
 * or Baton hands it over. The first agent that misses it is the one reported, once it has answered.
 */
export const dropped: Rule = {
  code: "condition/dropped",
  live: false,
  check: ({ event, before, course }) => {
    if (event.kind !== "answer" || event.failed !== null || before.ended) return undefined;
    const agent = before.agents.get(event.thread);
    if (agent === undefined || !agent.inFlow || agent.answers.length > 0 || !takesConditions(course, agent.type))
      return undefined;
    const others = [...before.agents.values()].filter((one) => one.started < agent.started);
    const isSaid = (condition: OpenCondition): boolean =>
      others.some(
        (other) => other.started > condition.event && takesConditions(course, other.type) && misses(other, condition),
      );
    return openConditions(before)
      .filter((one) => one.event < agent.started && misses(agent, one) && !isSaid(one))
      .map(({ text }) => ({
        event: agent.started,
        message: `"${agent.type}" is not told a condition of a review: ${quoted(text)}`,
        hint: "put the condition into its message, word for word",
      }));
  },
};

function takesConditions({ contract }: Course, type: string): boolean {
  return contract.handoffs.some(
    ({ to, passes }) => to.includes(type) && passes.some(({ name }) => name === conditionsName),
  );
}

/** Whether it can be seen that an agent was told nothing of a condition. */
function misses(agent: AgentCase, { text }: OpenCondition): boolean {
  const told = toldTo(agent);
  return told !== undefined && !agent.given.includes(conditionsName) && told.every((prompt) => !carries(prompt, text));
}
