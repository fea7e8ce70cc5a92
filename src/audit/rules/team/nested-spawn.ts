import type { Rule } from "../../rule.ts";

/** Only the orchestrator gives agents work, or talks to them. */
export const nestedSpawn: Rule = {
  code: "team/nested-spawn",
  live: true,
  check: ({ event, before }) => {
    if (event.agent === null) return undefined;
    const hint = "say in your answer what you need; the orchestrator passes it on";
    if (event.kind === "spawn")
      return { message: `"${event.agent}" spawns "${event.type ?? "default"}", which only the orchestrator may`, hint };
    if (event.kind !== "agent_addressed" || isOrchestrator(event.target, before.root)) return undefined;
    const target = before.agents.get(event.target)?.type ?? event.target;
    return { message: `"${event.agent}" addresses "${target}", which only the orchestrator may`, hint };
  },
};

/** Codex calls the orchestrator's thread `/root` where it speaks of agents by their paths. */
function isOrchestrator(target: string, root: string | null): boolean {
  return target === "/root" || target === root;
}
