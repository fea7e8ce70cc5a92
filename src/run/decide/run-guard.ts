import { closedList } from "../../core/suggest.ts";
import type { Refusal } from "../refusal.ts";
import { hasEnded } from "../run.ts";
import type { RunState } from "../run-state.ts";
import { hasOpenAttempt, type Step, type StepStatus } from "../step.ts";
import { illegalRunStatus } from "./illegal.ts";

/** Why a run that has ended takes no more reports. */
export function endedRefusal({ run }: RunState): Refusal | undefined {
  if (!hasEnded(run.status)) return undefined;
  return {
    code: "run/ended",
    message: `the run is "${run.status}" since ${run.endedAt}: it takes no more reports`,
    hint: "open a new run for new work",
  };
}

/** Why a run's own status keeps a step from moving; undefined when nothing is in the way. */
export function runGuard(state: RunState, step: Step, to: StepStatus): Refusal | undefined {
  const { run } = state;
  if (hasEnded(run.status)) return illegalRunStatus(run.status, "running", "open a new run for new work");
  if (run.status === "paused")
    return illegalRunStatus("paused", "running", `go on first: run_status "running", or baton run continue ${run.id}`);
  if (run.status === "failed")
    return illegalRunStatus("failed", "running", `retry first: run_status "running", or baton run retry ${run.id}`);
  if (run.status !== "waiting_approval" && run.status !== "blocked") return undefined;
  return startsAfresh(step, to) ? illegalRunStatus(run.status, "running", whatHolds(state)) : undefined;
}

/** Whether it would start work that is not under way: what is in flight may end while another step waits. */
function startsAfresh(step: Step, to: StepStatus): boolean {
  const starts = to === "in_progress" || to === "completed" || to === "failed";
  const waits = step.status === "blocked" || step.status === "waiting_approval";
  return starts && !waits && !hasOpenAttempt(step);
}

function whatHolds({ run, steps }: RunState): string {
  const keys = steps.filter((step) => step.status === run.status).map((step) => step.key);
  if (keys.length === 0) return `unblock it first: run_status "running", or baton run continue ${run.id}`;
  return run.status === "blocked"
    ? `unblock ${closedList(keys)} first`
    : `${closedList(keys)} waits for approval first`;
}
