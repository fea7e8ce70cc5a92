import type { Refusal } from "../refusal.ts";
import { currentApproval, hasAttemptsLeft, hasOpenAttempt, type Step } from "../step.ts";
import type { Drafting } from "./drafting.ts";
import { gateRefusal } from "./gate.ts";
import type { Move } from "./move.ts";

/**
 * Drafts that a step is worked on: its open attempt goes on, or the next one starts, when attempts are left, the time has
 * come and the gate is open.
 * @param noted the step with the report's other fields, which count already
 */
export function startStep(draft: Drafting, move: Move, noted: Step): Refusal | undefined {
  const { step, actor, notes } = move;
  const opens = !hasOpenAttempt(noted);
  const refused = (opens ? attemptRefusal(noted, draft.now) : undefined) ?? passGate(draft, move, noted);
  if (refused !== undefined) return refused;
  const { status: from, pass } = step;
  const attempt = opens ? step.attempts + 1 : step.attempts;
  draft.add(actor, {
    kind: "step_changed",
    payload: { step: step.key, attempt, pass, from, to: "in_progress", ...notes },
  });
  return undefined;
}

function attemptRefusal(step: Step, now: string): Refusal | undefined {
  if (!hasAttemptsLeft(step)) return exhausted(step);
  if (step.notBefore === null || step.notBefore <= now) return undefined;
  return {
    code: "run/not-due",
    message: `the step "${step.key}" is not to start before ${step.notBefore}, it is ${now}`,
    hint: "wait until then; to start it now all the same, clear it: not_before null",
  };
}

/** Says that a step has used up its attempts. */
export function exhausted(step: Step): Refusal {
  return {
    code: "run/attempts-exhausted",
    message: `the step "${step.key}" has used ${step.attempts} of its ${step.maxAttempts} attempts`,
    hint: "raise max_attempts if it is worth another one",
  };
}

/** Where the run's approvals are attested, the actor may state that the approval it asked for was received. */
function passGate(draft: Drafting, { actor, notes, update, step }: Move, noted: Step): Refusal | undefined {
  const { run } = draft.state;
  const measured = update.measured ?? {};
  const refused = gateRefusal(run, noted, "start", measured);
  const approval = currentApproval(noted);
  const words = notes.summary;
  const attests = run.approvals === "attested" && step.status === "waiting_approval" && words !== undefined;
  if (refused === undefined || !attests || approval?.status !== "requested") return refused;
  const { pass, attempt, artifact } = approval;
  draft.add(actor, {
    kind: "approval_decided",
    payload: { step: step.key, pass, attempt, decision: "approved", how: "attested", by: actor, words, artifact },
  });
  return gateRefusal(run, { ...noted, approval: draft.step(step.key).approval }, "start", measured);
}
