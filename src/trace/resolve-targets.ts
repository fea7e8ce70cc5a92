import type { ThreadLog } from "./thread-log.ts";
import type { TraceEvent } from "./trace-event.ts";

/** Puts thread ids in the place of the paths and names by which the second generation speaks of agents. */
export function resolveTargets(logs: readonly ThreadLog[]): void {
  const threads = new Map(logs.flatMap((log) => [...log.paths]));
  for (const { meta } of logs) if (meta.path !== null) threads.set(meta.path, meta.thread);
  const root = logs[0]?.meta.thread;
  if (root !== undefined) threads.set("/root", root);
  for (const log of logs) {
    const own = log.meta.path ?? "/root";
    const find = (target: string): string => threads.get(target) ?? threads.get(`${own}/${target}`) ?? target;
    log.events.forEach((_, at) => {
      log.change(at, (event) => withThreads(event, find));
    });
    log.reports.forEach((report, at) => {
      log.reports[at] = { ...report, thread: find(report.thread) };
    });
  }
}

function withThreads(event: TraceEvent, find: (target: string) => string): TraceEvent {
  switch (event.kind) {
    case "spawn":
      return event.child === null ? event : { ...event, child: find(event.child) };
    case "agent_addressed":
    case "close":
      return { ...event, target: find(event.target) };
    case "wait":
      return { ...event, targets: event.targets.map(find) };
    default:
      return event;
  }
}
