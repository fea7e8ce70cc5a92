import { closedList } from "../../core/suggest.ts";
import type { Refusal } from "../refusal.ts";
import type { RunStatus } from "../run.ts";
import type { Step, StepStatus } from "../step.ts";
import { runTransitions, stepTransitions } from "../transitions.ts";

/** A run may not go from one status to another: both are named, and where it may go. */
export function illegalRunStatus(from: RunStatus, to: RunStatus, hint?: string): Refusal {
  const legal = runTransitions[from];
  const ways = legal.length === 0 ? "it has ended and never resumes" : `from there it may become ${closedList(legal)}`;
  return refusal(`the run is "${from}" and cannot become "${to}": ${ways}`, hint);
}

/** A step may not go from its status to another: both are named, and where it may go. */
export function illegalStepStatus(step: Step, to: StepStatus, hint?: string): Refusal {
  const legal = stepTransitions[step.status];
  const ways =
    legal.length === 0 ? `that was reported at ${step.since}` : `from there it may become ${closedList(legal)}`;
  return refusal(`the step "${step.key}" is "${step.status}" and cannot become "${to}": ${ways}`, hint);
}

function refusal(message: string, hint: string | undefined): Refusal {
  return { code: "run/illegal-transition", message, ...(hint === undefined ? {} : { hint }) };
}
