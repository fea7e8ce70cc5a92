import type { Thread, Timeline, TokenUse } from "../../trace/timeline.ts";
import { type WorkSpan, workSpans } from "./work-spans.ts";

/** One agent's thread with the name people know it by. */
export interface Member {
  readonly thread: Thread;
  /** Its type, numbered where there are several: `task-executor 2`. The root is `orchestrator`. */
  readonly label: string;
  readonly spans: readonly WorkSpan[];
  readonly workMs: number;
  /** The event that shows how it came to be, by its place in the timeline; undefined when none does. */
  readonly event: number | undefined;
}

/** All threads of one type. */
export interface Role {
  readonly name: string;
  readonly members: readonly Member[];
  readonly workMs: number;
  readonly tokens: TokenUse;
}

/** Who worked in a session: the orchestrator first, then agents' types in the order of their first start. */
export function teamOf(timeline: Timeline): readonly Role[] {
  const spans = workSpans(timeline);
  const first = firstEvents(timeline);
  const byName = new Map<string, Thread[]>();
  for (const [index, thread] of timeline.threads.entries()) {
    const name = index === 0 ? "orchestrator" : shortened(thread.agent ?? "default");
    byName.set(name, [...(byName.get(name) ?? []), thread]);
  }
  return [...byName].map(([name, threads]) => {
    const members = threads.map((thread, index): Member => {
      const worked = spans.get(thread.id) ?? [];
      const label = threads.length === 1 ? name : `${name} ${index + 1}`;
      return { thread, label, spans: worked, workMs: lengthOf(worked), event: first.get(thread.id) };
    });
    return {
      name,
      members,
      workMs: members.reduce((sum, { workMs }) => sum + workMs, 0),
      tokens: sumOf(threads.map(({ tokens }) => tokens)),
    };
  });
}

/** A session may name an agent as it likes. */
function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}

/** Tokens of several threads together. */
export function sumOf(uses: readonly TokenUse[]): TokenUse {
  const sum = (of: keyof TokenUse): number => uses.reduce((total, use) => total + use[of], 0);
  return {
    input: sum("input"),
    cachedInput: sum("cachedInput"),
    output: sum("output"),
    reasoning: sum("reasoning"),
    total: sum("total"),
  };
}

function lengthOf(spans: readonly WorkSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** A thread's spawn, else the first thing that happened in it. */
function firstEvents({ events }: Timeline): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  const spawned = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    if (!first.has(event.thread)) first.set(event.thread, index);
    if (event.kind === "spawn" && event.child !== null) spawned.set(event.child, index);
  }
  return new Map([...first, ...spawned]);
}
