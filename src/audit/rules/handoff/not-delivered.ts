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

function undelivered(moment: Moment, agent: AgentCase): readonly Due[] {
  const { before, course } = moment;
  const steps = stepsAt(course, before, agent.type, agent.thread);
  if (steps.length === 0 || steps.every(({ isReturn }) => isReturn)) return [];
  const told = toldTo(agent);
  if (told === undefined && agent.given.length === 0) return [];
  const wrong = missingPaths(moment, agent).map(({ name }) => name);
  const produces = agentNamed(course.contract, agent.type)?.produces;
  const isAuthor = produces === "document" || produces === "tests";
  const earlier = [...before.agents.values()].filter((one) => one.type === agent.type && one.started < agent.started);
  return dueAt(course, before, agent.type, agent).filter((due) => {
    // A condition that is dropped has a rule of its own.
    if (due.name === conditionsName || wrong.includes(due.name) || reached(due, agent, told ?? [])) return false;
    // An author who is asked for another version was given its sources when it wrote the first.
    return !(
      isAuthor &&
      earlier.some((one) =>
        reached(
          due,
          one,
          one.told.filter((text) => text !== null),
        ),
      )
    );
  });
}

function reached(due: Due, { given }: AgentCase, told: readonly string[]): boolean {
  return given.includes(due.name) || isDelivered(due, told);
}
