import type { AgentCase, Case } from "../../case.ts";
import type { Moment } from "../../moment.ts";
import type { Rule } from "../../rule.ts";

/** A running subagent is left to finish, unless a person redirects the work or the launch was a mistake. */
export const closedRunning: Rule = {
  code: "team/closed-running",
  live: true,
  check: (moment) => {
    const ended = endedWhileRunning(moment);
    if (ended === undefined || isMistake(ended) || isRedirected(moment.before, ended)) return undefined;
    const how = moment.event.kind === "close" && moment.event.how === "close" ? "closed" : "interrupted";
    return {
      message: `"${ended.type}" is running and is ${how} before it has answered`,
      hint: "wait for its answer, again and again if need be; if it seems lost, ask the person",
    };
  },
};

function endedWhileRunning({ event, before }: Moment): AgentCase | undefined {
  if (event.kind !== "close" && event.kind !== "agent_addressed") return undefined;
  const agent = before.agents.get(event.target);
  if (agent === undefined) return undefined;
  const runs = agent.status === "running";
  if (event.kind === "agent_addressed") return event.interrupts && runs ? agent : undefined;
  return event.was === "running" || (event.was === "unknown" && runs) ? agent : undefined;
}

/** An agent that was not the flow's to start. */
function isMistake({ inFlow }: AgentCase): boolean {
  return !inFlow;
}

function isRedirected({ person }: Case, { asked }: AgentCase): boolean {
  return (person.at(-1)?.event ?? -1) > asked;
}
