import type { ThreadLog } from "./thread-log.ts";
import type { TraceEvent } from "./trace-event.ts";

interface Timed {
  readonly event: TraceEvent;
  readonly moment: number;
  readonly depth: number;
}

/**
 * Puts the events of all threads into the order in which they happened: by time; at the same time what a subagent did
 * comes before what its parent made of it, but never before the spawn that made it; within a thread as the file has it.
 * @param logs parents before their subagents
 */
export function mergeThreads(logs: readonly ThreadLog[]): TraceEvent[] {
  const floors = new Map<string, number>();
  const depths = new Map<string, number>();
  const all: Timed[] = [];
  for (const log of logs) {
    const depth = log.meta.parent === null ? 0 : (depths.get(log.meta.parent) ?? 0) + 1;
    depths.set(log.meta.thread, depth);
    const floor = floors.get(log.meta.thread) ?? 0;
    log.events.forEach((event, at) => {
      const moment = Math.max(log.moments[at] ?? 0, floor);
      all.push({ event, moment, depth });
      // Half a millisecond: after the spawn, before anything later.
      if (event.kind === "spawn" && event.child !== null) floors.set(event.child, moment + 0.5);
    });
  }
  return all.sort((a, b) => a.moment - b.moment || b.depth - a.depth).map(({ event }) => event);
}
