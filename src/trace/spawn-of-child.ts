import type { Spawn, TraceEvent } from "./trace-event.ts";

/**
 * The spawn that made a subagent of which only its thread and type are known, as a hook at its start tells: the one that
 * names the thread, else the first that asked for that type and has no child yet. Undefined when there is none.
 * @param type as a hook is told it: `default` for Codex's default agent
 */
export function spawnOfChild(
  events: readonly TraceEvent[],
  child: { readonly thread: string; readonly type: string },
): Spawn | undefined {
  const spawns = events.filter((event): event is Spawn => event.kind === "spawn" && event.refused === null);
  return (
    spawns.find((spawn) => spawn.child === child.thread) ??
    spawns.find((spawn) => spawn.child === null && (spawn.type ?? "default") === child.type)
  );
}
