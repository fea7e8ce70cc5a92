import type { Moment } from "../moment.ts";

/** The type of the subagent that an event gives work to; "default" for Codex's own, "an agent" where it is not known. */
export function startedAgent({ event, before }: Moment): string {
  if (event.kind === "spawn") return event.type ?? "default";
  return event.kind === "agent_addressed" ? (before.agents.get(event.target)?.type ?? "an agent") : "an agent";
}
