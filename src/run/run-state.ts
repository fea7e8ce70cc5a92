import type { Run } from "./run.ts";
import type { Step } from "./step.ts";

/** A run with its steps in order: all that deciding needs, and a fold of the run's events. */
export interface RunState {
  readonly run: Run;
  readonly steps: readonly Step[];
}

/** The step of that key. */
export function stepOf(state: RunState, key: string): Step | undefined {
  return state.steps.find((step) => step.key === key);
}
