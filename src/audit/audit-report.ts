import type { Diagnostic } from "../core/diagnostic.ts";
import type { Timeline } from "../trace/timeline.ts";
import type { TraceEvent, TracePlace } from "../trace/trace-event.ts";

/** A rule broken at an event of a timeline. The diagnostic's file and line are the event's. */
export interface Breach {
  /** The event's place in `timeline.events`. */
  readonly event: number;
  readonly diagnostic: Diagnostic;
  /** Whether a hook stopped it: it was tried, and did not happen. */
  readonly stopped: boolean;
}

/** A stop point that the session reached. */
export interface StopReached {
  readonly stop: string;
  readonly reachedAt: string;
  readonly where: TracePlace;
  /** The person's message that opened it; null while nobody has answered. */
  readonly answered: { readonly at: string; readonly where: TracePlace; readonly words: string } | null;
}

/** One line of what happened: an event that matters to the flow, in words. */
export interface StoryLine {
  readonly event: number;
  /** Lower case, no final stop: "requirement-analyzer answers: confirmed, proceed". */
  readonly words: string;
}

/** What an audit of one session found. */
export interface AuditReport {
  readonly timeline: Timeline;
  /** The recipe that a person invoked; null when none was, and nothing is held against the session. */
  readonly recipe: string | null;
  readonly story: readonly StoryLine[];
  readonly stops: readonly StopReached[];
  readonly breaches: readonly Breach[];
  /** What the flow would allow next; empty when it has ended. */
  readonly next: readonly string[];
}

/** The event a breach or a line of the story is about. */
export function eventOf(report: AuditReport, index: number): TraceEvent {
  const event = report.timeline.events[index];
  if (event === undefined) throw new Error(`there is no event ${index} in this timeline`);
  return event;
}
