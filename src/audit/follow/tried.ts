import type { TraceEvent } from "../../trace/trace-event.ts";

/** An event as if it had not been refused: what was tried is judged like what was done. */
export function tried(event: TraceEvent): TraceEvent {
  return "refused" in event && event.refused !== null ? { ...event, refused: null } : event;
}
