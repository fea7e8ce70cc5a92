import type { EventEnvelope, RunEvent } from "./event.ts";
import { sha256 } from "./sha256.ts";

/** Where the chain of every run begins. */
export const chainStart = "0".repeat(64);

/** An event as it is kept, with the hash that ties it to all before it. */
export type ChainedEvent = RunEvent & { readonly hash: string };

/**
 * SHA-256 (hex) over the hash before it and the event itself: an event changed, added or taken away breaks every later one.
 * @param payload the event's payload as JSON text
 */
export function chainHash(before: string, event: EventEnvelope & { readonly kind: string }, payload: string): string {
  const { runId, seq, revision, at, actor, kind } = event;
  return sha256(`${JSON.stringify([before, runId, seq, revision, at, actor, kind])}\n${payload}`);
}

/** Ties new events to the chain that ends in `head`. */
export function chainEvents(head: string, events: readonly RunEvent[]): ChainedEvent[] {
  let before = head;
  return events.map((event) => {
    before = chainHash(before, event, JSON.stringify(event.payload));
    return { ...event, hash: before };
  });
}
