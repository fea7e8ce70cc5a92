import { backoffMs } from "../backoff.ts";
import { automatic } from "../event.ts";
import { later } from "../instant.ts";
import type { Refusal } from "../refusal.ts";
import { hasAttemptsLeft, type Step } from "../step.ts";
import { stepTransitions } from "../transitions.ts";
import { askApproval } from "./ask-approval.ts";
import type { Drafting } from "./drafting.ts";
import { gateRefusal } from "./gate.ts";
import { illegalStepStatus } from "./illegal.ts";
import { type Move, recordMove } from "./move.ts";
import { runGuard } from "./run-guard.ts";
import { settleRun } from "./settle.ts";
import { startStep } from "./start-step.ts";

/** Drafts a step's change of status, what it implies, and the run's status after it. */
export function moveStep(draft: Drafting, move: Move): Refusal | undefined {
  const { step, to } = move;
  const legal = stepTransitions[step.status].includes(to);
  const refused = runGuard(draft.state, step, to) ?? (legal ? undefined : illegalStepStatus(step, to));
  if (refused !== undefined) return refused;
  const guarded = draftMove(draft, move);
  if (guarded !== undefined) return guarded;
  settleRun(draft, { from: step.status, to });
  return undefined;
}

/** Drafts the move itself, with what it needs first; nothing about the run. */
function draftMove(draft: Drafting, move: Move): Refusal | undefined {
  const { step, to, notes, update } = move;
  const { run } = draft.state;
  const measured = update.measured ?? {};
  const noted: Step = { ...step, ...notes };
  switch (to) {
    case "in_progress":
      return startStep(draft, move, noted);
    case "waiting_approval":
      return askApproval(draft, move, noted);
    case "completed":
    case "failed": {
      const refused =
        step.status === "pending"
          ? // When it may start again says the report about the next attempt, not about this one.
            startStep(draft, { ...move, notes: {}, actor: automatic }, { ...noted, notBefore: step.notBefore })
          : to === "completed"
            ? gateRefusal(run, noted, "complete", measured)
            : undefined;
      if (refused !== undefined) return refused;
      recordMove(draft, move);
      if (to === "failed") backOff(draft, move);
      return undefined;
    }
    case "skipped": {
      const refused = run.approvals === "enforced" ? gateRefusal(run, noted, "be skipped", measured) : undefined;
      if (refused === undefined) recordMove(draft, move);
      return refused;
    }
    default:
      recordMove(draft, move);
      return undefined;
  }
}

/** Sets when a failed step may be tried again, where its definition says how long to wait and the report does not. */
function backOff(draft: Drafting, { step: { key }, notes }: Move): void {
  const step = draft.step(key);
  const { retry, attempts: attempt, pass } = step;
  if (retry === null || notes.notBefore !== undefined || !hasAttemptsLeft(step)) return;
  const notBefore = later(draft.now, backoffMs(retry, attempt));
  const reason = `${retry.backoff} back-off after attempt ${attempt}`;
  draft.add(automatic, { kind: "step_changed", payload: { step: key, attempt, pass, notBefore, reason } });
}
