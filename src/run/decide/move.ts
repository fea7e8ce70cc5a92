import type { UpdateRun } from "../command.ts";
import type { StepChanged } from "../event.ts";
import type { Step, StepStatus } from "../step.ts";
import type { Drafting } from "./drafting.ts";

/** The fields of a report that are not its status. */
export type StepNotes = Omit<StepChanged, "step" | "attempt" | "pass" | "from" | "to" | "reason">;

/** A step, and the status that is reported for it. */
export interface Move {
  readonly step: Step;
  readonly to: StepStatus;
  readonly notes: StepNotes;
  readonly actor: string;
  readonly update: UpdateRun;
}

/** Drafts the move itself, within the attempt the step is in. */
export function recordMove(draft: Drafting, { step: { key }, to, notes, actor }: Move): void {
  const { status: from, attempts: attempt, pass } = draft.step(key);
  draft.add(actor, { kind: "step_changed", payload: { step: key, attempt, pass, from, to, ...notes } });
}
