import type { Approval } from "./approval.ts";
import type { RetryPolicy } from "./backoff.ts";
import type { Instant } from "./instant.ts";
import type { JsonObject } from "./json-value.ts";

export const stepStatuses = [
  "pending",
  "in_progress",
  "completed",
  "blocked",
  "waiting_approval",
  "failed",
  "skipped",
] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** A step as it is planned when the run opens. */
export interface StepPlan {
  readonly key: string;
  readonly title: string;
  /** Who does it, when only that agent may; the run's owner always may. */
  readonly agent: string | null;
  readonly inputs: JsonObject | null;
  /** Counts all attempts, the first included; null is no limit. */
  readonly maxAttempts: number | null;
  readonly requiresApproval: boolean;
  readonly notBefore: Instant | null;
  readonly compensation: string | null;
  readonly retry: RetryPolicy | null;
}

/** A step of a run: the fold of what was reported about it. */
export interface Step extends StepPlan {
  readonly status: StepStatus;
  /** When it came into its status. */
  readonly since: Instant;
  /** Attempts started in this pass. */
  readonly attempts: number;
  /** How many times a loop has led here; attempts are counted anew in each. */
  readonly pass: number;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly summary: string | null;
  readonly evidence: string | null;
  /** The newest one; older ones are in the history. */
  readonly approval: Approval | null;
}

/** Whether an attempt has been started and not ended. */
export function hasOpenAttempt(step: Step): boolean {
  return step.startedAt !== null && step.endedAt === null;
}

/** The attempt that is open, else the one that would be started next: the one an approval has to be for. */
export function currentAttempt(step: Step): number {
  return hasOpenAttempt(step) ? step.attempts : step.attempts + 1;
}

/** Whether another attempt may be started. */
export function hasAttemptsLeft(step: Step): boolean {
  return step.maxAttempts === null || step.attempts < step.maxAttempts;
}

/** Whether nothing more has to happen to it. */
export function isDone(step: Step): boolean {
  return step.status === "completed" || step.status === "skipped";
}

/** Whether it failed and may not be tried again. */
export function isExhausted(step: Step): boolean {
  return step.status === "failed" && !hasAttemptsLeft(step);
}

/** The approval that speaks about the current attempt, whatever it says. */
export function currentApproval(step: Step): Approval | null {
  const { approval, pass } = step;
  return approval !== null && approval.pass === pass && approval.attempt === currentAttempt(step) ? approval : null;
}

/** Whether the current attempt may start or complete only with an approval. */
export function isGated(step: Step): boolean {
  return step.requiresApproval || currentApproval(step) !== null;
}

/** Whether a gated step's current attempt has been approved. */
export function isApproved(step: Step): boolean {
  return currentApproval(step)?.status === "approved";
}
