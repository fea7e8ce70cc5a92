import type { RetryRun } from "../command.ts";
import type { Refusal } from "../refusal.ts";
import { hasEnded } from "../run.ts";
import { isExhausted, type Step } from "../step.ts";
import type { Drafting } from "./drafting.ts";
import { illegalRunStatus } from "./illegal.ts";
import { settleRun } from "./settle.ts";
import { exhausted } from "./start-step.ts";
import { unknownStep } from "./unknown-step.ts";

/** Drafts that what failed may be tried again now. The attempt itself starts when somebody reports it. */
export function retryRun(draft: Drafting, command: RetryRun, actor: string): Refusal | undefined {
  const { run, steps } = draft.state;
  if (hasEnded(run.status)) return illegalRunStatus(run.status, "running", "open a new run for new work");
  const refused = namedStepRefusal(steps, command.step);
  if (refused !== undefined) return refused;
  const failed = steps.filter((step) => step.status === "failed");
  if (failed.length === 0 && run.status !== "failed")
    return { code: "run/nothing-to-retry", message: `the run is "${run.status}" and none of its steps failed` };
  for (const step of failed) renewStep(draft, step, command, actor);
  const spent = draft.state.steps.find(isExhausted);
  if (spent !== undefined) return exhausted(spent);
  if (run.status !== "failed") return undefined;
  draft.add(actor, { kind: "run_changed", payload: { from: "failed", to: "running", reason: "retry" } });
  settleRun(draft, { from: "failed", to: "failed" });
  return undefined;
}

function namedStepRefusal(steps: readonly Step[], key: string | undefined): Refusal | undefined {
  if (key === undefined) return undefined;
  const step = steps.find((one) => one.key === key);
  if (step === undefined) return unknownStep(key, steps);
  if (step.status === "failed") return undefined;
  return { code: "run/nothing-to-retry", message: `the step "${key}" is "${step.status}": it has not failed` };
}

function renewStep(draft: Drafting, step: Step, { step: named, maxAttempts }: RetryRun, actor: string): void {
  if (named !== undefined && named !== step.key) return;
  const waits = step.notBefore !== null && step.notBefore > draft.now;
  if (maxAttempts === undefined && !waits) return;
  draft.add(actor, {
    kind: "step_changed",
    payload: {
      step: step.key,
      attempt: step.attempts,
      pass: step.pass,
      ...(maxAttempts === undefined ? {} : { maxAttempts }),
      ...(waits ? { notBefore: null } : {}),
      reason: "retry",
    },
  });
}
