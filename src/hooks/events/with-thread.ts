import type { Case } from "../../audit/case.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";

/** The event with the thread in the place of the name by which a call speaks of a subagent, and what that is doing. */
export function withThread(event: TraceEvent, state: Case): TraceEvent {
  if (event.kind === "answer") {
    const thread = threadNamed(event.thread, state);
    return { ...event, thread, agent: state.agents.get(thread)?.type ?? event.agent };
  }
  if (event.kind !== "agent_addressed" && event.kind !== "close") return event;
  const target = threadNamed(event.target, state);
  if (event.kind === "agent_addressed") return { ...event, target };
  const status = state.agents.get(target)?.status;
  const was = event.was !== "unknown" ? event.was : status === "running" ? "running" : status ? "finished" : "unknown";
  return { ...event, target, was };
}

function threadNamed(target: string, { agents }: Case): string {
  if (agents.has(target)) return target;
  const name = target.replace(/^\/root\//, "");
  return [...agents.values()].findLast((agent) => agent.name === name)?.thread ?? target;
}
