import type { ThreadLog } from "./thread-log.ts";
import type { TraceEvent } from "./trace-event.ts";

/**
 * Puts thread ids in the place of the paths and names by which the second generation speaks of agents.
 * @param logs a session's threads, the root's first
 * @param threads by their paths: those known from before, to which these are added
 */
export function resolveTargets(logs: readonly ThreadLog[], threads: Map<string, string>): void {
  for (const log of logs) {
    if (log.isRoot) threads.set("/root", log.meta.thread);
    for (const [path, thread] of log.paths) threads.set(path, thread);
    if (log.meta.path !== null) threads.set(log.meta.path, log.meta.thread);
  }
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
