import type { Thread, Timeline } from "../../trace/timeline.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";

/** A stretch of time in which an agent worked. Milliseconds since the epoch. */
export interface WorkSpan {
  readonly from: number;
  readonly to: number;
  /** The event that began it, by its place in the timeline; undefined when none shows it. */
  readonly event?: number;
}

/** When each thread worked, by its id: the root in its turns, a subagent from a task to its answer. */
export function workSpans({ threads, events }: Timeline): ReadonlyMap<string, readonly WorkSpan[]> {
  const clocks = new Map(threads.map((thread) => [thread.id, new Clock(thread)]));
  const root = threads[0]?.id;
  for (const [index, event] of events.entries()) {
    const at = Date.parse(event.at);
    if (Number.isNaN(at)) continue;
    const { thread, does } = effectOf(event);
    const clock = clocks.get(thread);
    if (does === "ends") clock?.end(at);
    else if (does === "begins") clock?.begin(at, index);
    else if (thread !== root) clock?.resume(at, index);
  }
  return new Map([...clocks].map(([id, clock]) => [id, clock.spans()]));
}

/** Whose work an event begins or ends; any other is a part of its own thread's. */
function effectOf(event: TraceEvent): { readonly thread: string; readonly does: "begins" | "ends" | "works" } {
  switch (event.kind) {
    case "turn_started":
      return { thread: event.thread, does: "begins" };
    case "turn_ended":
    case "answer":
      return { thread: event.thread, does: "ends" };
    case "spawn":
      if (event.child !== null) return { thread: event.child, does: "begins" };
      break;
    case "agent_addressed":
      if (event.as === "task" && event.refused === null) return { thread: event.target, does: "begins" };
      break;
    case "close":
      if (event.refused === null) return { thread: event.target, does: "ends" };
  }
  return { thread: event.thread, does: "works" };
}

/** Collects one thread's spans. */
class Clock {
  readonly #thread: Thread;
  readonly #done: WorkSpan[] = [];
  #open: Omit<WorkSpan, "to"> | undefined;

  constructor(thread: Thread) {
    this.#thread = thread;
  }

  begin(from: number, event?: number): void {
    this.#open ??= event === undefined ? { from } : { from, event };
  }

  /** Work nobody was seen to ask for: the first of it began when the thread did. */
  resume(at: number, event: number): void {
    const start = Date.parse(this.#thread.startedAt);
    this.begin(this.#done.length === 0 && start < at ? start : at, event);
  }

  end(to: number): void {
    if (this.#open !== undefined) this.#done.push({ ...this.#open, to: Math.max(this.#open.from, to) });
    this.#open = undefined;
  }

  spans(): readonly WorkSpan[] {
    const start = Date.parse(this.#thread.startedAt);
    if (this.#done.length === 0 && !Number.isNaN(start)) this.begin(start);
    const last = Date.parse(this.#thread.endedAt);
    this.end(Number.isNaN(last) ? 0 : last);
    return this.#done;
  }
}
