import type { RunStatus } from "./run.ts";
import type { StepStatus } from "./step.ts";

/** Where a run may go from each status. Out of `failed` into `running` leads an explicit retry only. */
export const runTransitions: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  pending: ["running", "failed", "stopped"],
  running: ["step_complete", "waiting_approval", "blocked", "paused", "completed", "failed", "stopped"],
  step_complete: ["running", "waiting_approval", "paused", "completed", "failed", "stopped"],
  waiting_approval: ["running", "failed", "stopped"],
  blocked: ["running", "failed", "stopped"],
  paused: ["running", "failed", "stopped"],
  completed: [],
  failed: ["running", "stopped"],
  stopped: [],
};

/**
 * Where a step may be reported to from each status. A completed step is started again only by a loop of a definition,
 * which says so.
 */
export const stepTransitions: Readonly<Record<StepStatus, readonly StepStatus[]>> = {
  pending: ["in_progress", "completed", "blocked", "waiting_approval", "failed", "skipped"],
  in_progress: ["completed", "blocked", "waiting_approval", "failed", "skipped"],
  completed: [],
  blocked: ["in_progress", "waiting_approval", "failed", "skipped"],
  waiting_approval: ["in_progress", "blocked", "failed", "skipped"],
  failed: ["in_progress", "waiting_approval", "skipped"],
  skipped: ["in_progress"],
};

/** The statuses a run passes through on its way, the target last: directly, or by way of `running`. Undefined when there is none. */
export function runPath(from: RunStatus, to: RunStatus): readonly RunStatus[] | undefined {
  if (from === to) return [];
  if (runTransitions[from].includes(to)) return [to];
  return runTransitions[from].includes("running") && runTransitions.running.includes(to) ? ["running", to] : undefined;
}
