import type { Report, ThreadLog } from "./thread-log.ts";

/**
 * Adds the answers of subagents whose own files are missing, as their parents were told of them. A parent may be told
 * more than once of the same end: one counts for each time the subagent was asked something.
 */
export function addReports(logs: readonly ThreadLog[]): void {
  const present = new Set(logs.map((log) => log.meta.thread));
  for (const log of logs) {
    for (const { at, report, agent } of answersIn(log, present).reverse()) {
      const { base, moment, thread, text, failed } = report;
      log.events.splice(at, 0, { kind: "answer", ...base, thread, agent, text, failed });
      log.moments.splice(at, 0, moment);
    }
    for (const event of log.events) {
      if (event.kind !== "spawn" || event.child === null || present.has(event.child)) continue;
      log.note(event.where.line, `the session file of its subagent ${event.child} is missing`);
    }
  }
}

interface TimelyAnswer {
  /** Before which of the log's events. */
  readonly at: number;
  readonly report: Report;
  readonly agent: string;
}

function answersIn(log: ThreadLog, present: ReadonlySet<string>): TimelyAnswer[] {
  const asked = new Set<string>();
  const types = new Map<string, string>();
  const answers: TimelyAnswer[] = [];
  let at = 0;
  for (const report of log.reports) {
    if (present.has(report.thread)) continue;
    for (; at < log.events.length && (log.moments[at] ?? 0) <= report.moment; at++) {
      const event = log.events[at];
      if (event?.kind === "spawn" && event.child !== null) {
        types.set(event.child, event.type ?? "default");
        asked.add(event.child);
      } else if (event?.kind === "agent_addressed" && event.as === "task" && event.refused === null) {
        asked.add(event.target);
      }
    }
    if (asked.delete(report.thread)) answers.push({ at, report, agent: types.get(report.thread) ?? "default" });
  }
  return answers;
}
