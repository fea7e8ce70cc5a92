import { type ChainedEvent, chainHash, chainStart } from "./chain.ts";
import { evolve } from "./evolve.ts";
import type { RunState } from "./run-state.ts";

/** A run's history folded, or where it is broken. */
export type History =
  | { readonly state: RunState; readonly head: string }
  | { readonly broken: string; readonly seq: number };

/** Checks a run's events from the first on: no gap, every hash in its place, revisions that only rise; and folds them. */
export function checkHistory(runId: string, events: Iterable<ChainedEvent>): History {
  let state: RunState | undefined;
  let head = chainStart;
  let seq = 0;
  for (const event of events) {
    seq++;
    const wrong = wrongWith(event, runId, seq, state?.run.revision ?? 0);
    if (wrong !== undefined) return { broken: wrong, seq };
    head = chainHash(head, event, JSON.stringify(event.payload));
    if (head !== event.hash) return { broken: `event ${seq} is not the one that was written`, seq };
    try {
      state = evolve(state, event);
    } catch (error) {
      return { broken: (error as Error).message, seq };
    }
  }
  return state === undefined ? { broken: "it has no events", seq: 0 } : { state, head };
}

function wrongWith(event: ChainedEvent, runId: string, seq: number, revision: number): string | undefined {
  if (event.runId !== runId) return `event ${seq} belongs to the run "${event.runId}"`;
  if (event.seq !== seq) return `event ${seq} is missing`;
  const next = event.revision === revision + 1 || (event.revision === revision && revision > 0);
  return next ? undefined : `event ${seq} has revision ${event.revision} after ${revision}`;
}
