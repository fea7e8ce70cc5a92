import type { Answer, Spawn, TraceEvent } from "../../../src/trace/trace-event.ts";

/** A subagent's part in a session: its spawn by the root, its first answer, and every event that is about it. */
export interface SessionStep {
  readonly type: string;
  readonly thread: string;
  readonly spawn: Spawn;
  readonly answer: Answer;
  readonly events: ReadonlySet<TraceEvent>;
}

/** The steps of a session whose subagents answered, in the order of their spawns. */
export function stepsOf(events: readonly TraceEvent[]): SessionStep[] {
  return events.flatMap((event) => {
    if (event.kind !== "spawn" || event.agent !== null || event.child === null) return [];
    const { child } = event;
    const answer = events.find((one): one is Answer => one.kind === "answer" && one.thread === child);
    if (answer === undefined) return [];
    const about = events.filter((one) => one === event || one.thread === child || aims(one, child));
    return [{ type: event.type ?? "default", thread: child, spawn: event, answer, events: new Set(about) }];
  });
}

function aims(event: TraceEvent, child: string): boolean {
  return ("target" in event && event.target === child) || (event.kind === "wait" && event.targets.includes(child));
}

/** What the root does next after an event: something a flow sees. */
export function nextDoing(events: readonly TraceEvent[], after: TraceEvent): TraceEvent | undefined {
  return events
    .slice(events.indexOf(after) + 1)
    .find(
      (event) =>
        event.agent === null &&
        (["spawn", "person_message", "turn_ended"].includes(event.kind) ||
          (event.kind === "command" && /\bgit\b.*\bcommit\b/.test(event.command)) ||
          (event.kind === "agent_addressed" && event.as === "task")),
    );
}
