import type { Verdict } from "../response/validate-answer.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import type { AgentCase, Case } from "./case.ts";
import { threadOf } from "./evolve-positions.ts";

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
      return having(agents, {
        thread: threadOf(event),
        type: event.type ?? "default",
        name: event.name,
        asked: before.events,
        where: event.where,
        prompt: event.prompt,
        told: [event.prompt],
        given: [],
        status: "running",
        answers: [],
        inFlow,
      });
    case "agent_addressed": {
      if (event.refused !== null || event.as === "note") return agents;
      const told = [...(agents.get(event.target)?.told ?? []), event.prompt];
      const task = { asked: before.events, where: event.where, prompt: event.prompt, told, status: "running" } as const;
      return changed(agents, event.target, task);
    }
    case "handed_over": {
      const given = [...(agents.get(event.thread)?.given ?? []), ...event.names];
      return changed(agents, event.thread, { given });
    }
    case "answer": {
      const known = agents.get(event.thread)?.answers ?? [];
      if (event.failed !== null) return changed(agents, event.thread, { status: "failed" });
      return changed(agents, event.thread, {
        status: "answered",
        answers: verdict === undefined ? known : [...known, verdict],
      });
    }
    case "close": {
      const running = agents.get(event.target)?.status === "running";
      return event.refused === null && running ? changed(agents, event.target, { status: "closed" }) : agents;
    }
    default:
      return agents;
  }
}

function having(agents: Case["agents"], agent: AgentCase): Case["agents"] {
  return new Map([...agents, [agent.thread, agent]]);
}

function changed(agents: Case["agents"], thread: string, by: Partial<AgentCase>): Case["agents"] {
  const agent = agents.get(thread);
  return agent === undefined ? agents : having(agents, { ...agent, ...by });
}
