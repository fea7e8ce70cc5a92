import { agentNamed } from "../../../contract/contract.ts";
import type { AgentCase } from "../../case.ts";
import type { Due } from "../../handoff/due.ts";
import { dueAt } from "../../handoff/due-at.ts";
import { isDelivered } from "../../handoff/is-delivered.ts";
import { conditionsName } from "../../handoff/open-conditions.ts";
import { stepsAt } from "../../handoff/steps-at.ts";
import { toldTo } from "../../handoff/told-to.ts";
import type { Moment } from "../../moment.ts";
import type { Rule } from "../../rule.ts";
import { missingPaths } from "./missing-path.ts";

/**
 * What a step passes reaches its agent: in what it was told, or handed over by Baton at its start. That is known when it
 * answers for the first time. An agent that comes back to a step with findings has the rest already.
 */
export const notDelivered: Rule = {
  code: "handoff/not-delivered",
  live: false,
  check: (moment) => {
    const { event, before } = moment;
    if (event.kind !== "answer" || event.failed !== null || before.ended) return undefined;
    const agent = before.agents.get(event.thread);
    if (agent === undefined || !agent.inFlow || agent.answers.length > 0) return undefined;
    const missing = undelivered(moment, agent).map(({ name, what }) => `${name} (${what})`);
    if (missing.length === 0) return undefined;
    return {
      event: agent.started,
      message: `"${agent.type}" starts without ${missing.join(", ")}`,
      hint: "put it into the agent's message: an answer as its JSON, whole, a document as its path",
    };
  },
};

function undelivered({ before, course }: Moment, agent: AgentCase): readonly Due[] {
  const steps = stepsAt(course, before, agent.type, agent.thread);
  const told = toldTo(agent);
  const isHidden = agent.inherits || (told === undefined && agent.given.length === 0);
  if (isHidden || steps.length === 0 || steps.every(({ isReturn }) => isReturn)) return [];
  const wrong = missingPaths({ before, course }, agent).map(({ name }) => name);
  return dueAt(course, before, agent.type, agent)
    .filter(({ name }) => name !== conditionsName && !wrong.includes(name))
    .filter((due) => !reached(due, agent) && !hadBefore({ before, course }, due, agent));
}

/** An author who is asked for another version of a document was given its sources when it wrote the first. */
function hadBefore({ before, course }: Pick<Moment, "before" | "course">, due: Due, agent: AgentCase): boolean {
  const produces = agentNamed(course.contract, agent.type)?.produces;
  if (produces !== "document" && produces !== "tests") return false;
  const earlier = [...before.agents.values()].filter((one) => one.type === agent.type && one.started < agent.started);
  return earlier.some((one) => toldTo(one) === undefined || reached(due, one));
}

function reached(due: Due, agent: AgentCase): boolean {
  return agent.given.includes(due.name) || isDelivered(due, toldTo(agent) ?? []);
}
