import type { Timeline } from "../../trace/timeline.ts";
import type { TracePlace } from "../../trace/trace-event.ts";

/** The event at a place and a time, by its place in the timeline: several may stand on one line, or, reported by hooks, on none. */
export function eventAt({ events }: Timeline, { file, line }: TracePlace, at: string): number | undefined {
  const there = [...events.keys()].filter((index) => {
    const where = events[index]?.where;
    return where?.file === file && where.line === line;
  });
  return there.findLast((index) => events[index]?.at === at) ?? (line === 0 ? undefined : there.at(-1));
}
