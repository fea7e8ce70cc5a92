import type { Instant } from "../instant.ts";
import type { Decision, Refusal } from "../refusal.ts";
import type { Run } from "../run.ts";
import type { RunState } from "../run-state.ts";
import { Drafting } from "./drafting.ts";

/** What a command drafts on a run that is open, unless that has moved on since somebody read it. */
export function drafted(
  state: RunState,
  now: Instant,
  ifRevision: number | undefined,
  draft: (draft: Drafting) => Refusal | undefined,
): Decision {
  if (ifRevision !== undefined && ifRevision !== state.run.revision) return { refusal: stale(state.run, ifRevision) };
  const drafting = new Drafting(state, now);
  const refusal = draft(drafting);
  return refusal === undefined ? { events: drafting.events } : { refusal };
}

function stale(run: Run, ifRevision: number): Refusal {
  return {
    code: "run/stale-revision",
    message: `the run is at revision ${run.revision}, not ${ifRevision}: somebody changed it since`,
    hint: "read it again, then decide again",
  };
}
