import type { Timeline } from "../../../src/trace/timeline.ts";
import type { TraceEvent } from "../../../src/trace/trace-event.ts";

/** A session with one thing changed. */
export interface Mutant {
  /** What was changed, and where. */
  readonly name: string;
  readonly timeline: Timeline;
}

export type Events = readonly TraceEvent[];

export function without(events: Events, dropped: ReadonlySet<TraceEvent> | TraceEvent): TraceEvent[] {
  const gone = dropped instanceof Set ? dropped : new Set([dropped as TraceEvent]);
  return events.filter((event) => !gone.has(event));
}

export function replaced<Event extends TraceEvent>(events: Events, event: Event, by: Partial<Event>): TraceEvent[] {
  return events.map((one) => (one === event ? ({ ...one, ...by } as TraceEvent) : one));
}

export function inserted(events: Events, before: TraceEvent, ...added: readonly TraceEvent[]): TraceEvent[] {
  return events.flatMap((one) => (one === before ? [...added, one] : [one]));
}

export function insertedAfter(events: Events, after: TraceEvent, ...added: readonly TraceEvent[]): TraceEvent[] {
  return events.flatMap((one) => (one === after ? [one, ...added] : [one]));
}

/** Something that happens in the root where another event is written. */
export function inRoot<Kind extends TraceEvent["kind"]>(
  there: TraceEvent,
  session: string,
  kind: Kind,
  own: Omit<Extract<TraceEvent, { kind: Kind }>, "kind" | "at" | "where" | "thread" | "agent">,
): TraceEvent {
  return { kind, at: there.at, where: there.where, thread: session, agent: null, ...own } as unknown as TraceEvent;
}
