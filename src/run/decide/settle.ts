import { automatic } from "../event.ts";
import type { RunStatus } from "../run.ts";
import { isDone, isExhausted, type Step, type StepStatus } from "../step.ts";
import { runPath } from "../transitions.ts";
import type { Drafting } from "./drafting.ts";

/** How a step's status changed; `from` is what it was. */
export interface StepMove {
  readonly from: StepStatus;
  readonly to: StepStatus;
}

/**
 * Brings the run's status into line with its steps after one of them moved. Every status on the way is an event of its
 * own, since nobody asked for it.
 */
export function settleRun(draft: Drafting, move: StepMove): void {
  const { run, steps } = draft.state;
  const wanted = wantedStatus(steps, move);
  if (holds(run.status, wanted, move)) return;
  const path = runPath(run.status, wanted);
  if (path === undefined) throw new Error(`a run that is ${run.status} cannot settle as ${wanted}`);
  let from = run.status;
  for (const to of path) {
    const reason = reasons[to];
    draft.add(automatic, {
      kind: "run_changed",
      payload: { from, to, ...(reason === undefined ? {} : { reason }) },
    });
    from = to;
  }
}

const reasons: Partial<Record<RunStatus, string>> = {
  completed: "every step is completed or skipped",
  failed: "a step failed and has no attempts left",
  waiting_approval: "a step waits for approval",
  blocked: "a step is blocked",
};

function wantedStatus(steps: readonly Step[], move: StepMove): RunStatus {
  const some = (status: StepStatus): boolean => steps.some((step) => step.status === status);
  if (steps.some(isExhausted)) return "failed";
  if (some("waiting_approval")) return "waiting_approval";
  if (some("blocked")) return "blocked";
  if (some("in_progress")) return "running";
  if (steps.length > 0 && steps.every(isDone)) return "completed";
  return move.to === "completed" || move.to === "skipped" ? "step_complete" : "running";
}

/** A run that is blocked as a whole, for no step's sake, is not unblocked by a step that ends. */
function holds(status: RunStatus, wanted: RunStatus, move: StepMove): boolean {
  if (status === wanted) return true;
  return status === "blocked" && move.from !== "blocked" && wanted !== "failed" && wanted !== "waiting_approval";
}
