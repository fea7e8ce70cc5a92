import type { Verdict } from "../response/validate-answer.ts";
import type { AgentAddressed, Spawn, TraceEvent } from "../trace/trace-event.ts";
import type { AgentCase, Case } from "./case.ts";
import { threadOf } from "./evolve-positions.ts";
import { missedPaths } from "./missed-paths.ts";

/** What is known of the subagents after an event. */
export function evolveAgents(
  before: Case,
  event: TraceEvent,
  verdict: Verdict | undefined,
  inFlow: boolean,
): Case["agents"] {
  const { agents } = before;
  switch (event.kind) {
    case "spawn":
      if (event.refused !== null || event.agent !== null) return agents;
      return having(agents, started(before, event, inFlow));
    case "agent_addressed":
      return event.refused === null && event.as === "task" ? tasked(before, event) : agents;
    case "handed_over":
      return changed(agents, event.thread, ({ given }) => ({ given: [...given, ...event.names] }));
    case "command": {
      const missed = event.agent === null ? [] : missedPaths(event.output);
      return missed.length === 0
        ? agents
        : changed(agents, event.thread, (agent) => ({
            missed: [...new Set([...agent.missed, ...missed])].slice(0, 100),
          }));
    }
    case "answer":
      if (event.failed !== null) return changed(agents, event.thread, () => ({ status: "failed" }));
      return changed(agents, event.thread, ({ answers }) => ({
        status: "answered",
        answers: verdict === undefined ? answers : [...answers, verdict],
      }));
    case "close":
      if (event.refused !== null || agents.get(event.target)?.status !== "running") return agents;
      return changed(agents, event.target, () => ({ status: "closed" }));
    default:
      return agents;
  }
}

function started(before: Case, event: Spawn, inFlow: boolean): AgentCase {
  return {
    thread: threadOf(event),
    type: event.type ?? "default",
    name: event.name,
    started: before.events,
    asked: before.events,
    askedAt: event.at,
    where: event.where,
    prompt: event.prompt,
    told: [event.prompt],
    inherits: event.inherits,
    given: [],
    missed: [],
    status: "running",
    answers: [],
    inFlow,
  };
}

function tasked(before: Case, { target, at, where, prompt }: AgentAddressed): Case["agents"] {
  return changed(before.agents, target, ({ told }) => ({
    asked: before.events,
    askedAt: at,
    where,
    prompt,
    told: [...told, prompt],
    status: "running",
  }));
}

function having(agents: Case["agents"], agent: AgentCase): Case["agents"] {
  return new Map([...agents, [agent.thread, agent]]);
}

function changed(agents: Case["agents"], thread: string, by: (agent: AgentCase) => Partial<AgentCase>): Case["agents"] {
  const agent = agents.get(thread);
  return agent === undefined ? agents : having(agents, { ...agent, ...by(agent) });
}
