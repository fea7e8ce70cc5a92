import type { Measured } from "./command.ts";
import type { Instant } from "./instant.ts";
import { hasEnded } from "./run.ts";
import type { RunState } from "./run-state.ts";
import { currentApproval, currentAttempt, isApproved, isExhausted, isGated, type Step } from "./step.ts";

export const resumeReasons = [
  "ended",
  "failed",
  "paused",
  "waiting_approval",
  "blocked",
  "retry_due",
  "in_progress",
  "retry_later",
  "approval_needed",
  "not_due",
  "next_pending",
  "nothing_left",
] as const;
export type ResumeReason = (typeof resumeReasons)[number];

/** What a run can wait for: a person's word, an end of the block, a command, or a moment. */
export const awaited = ["approval", "unblocking", "continue", "retry", "time"] as const;

/** What to do next, and whether it can be done now. */
export interface Verdict {
  readonly canResume: boolean;
  readonly reason: ResumeReason;
  /** A sentence for whoever resumes. */
  readonly message: string;
  readonly step: Step | null;
  /** The attempt that goes on or would start. */
  readonly attempt: number | null;
  /** What has to happen first, and since or until when. */
  readonly waitsFor: { readonly what: (typeof awaited)[number]; readonly at: Instant } | null;
}

/**
 * The one honest next action. What comes first holds: ended, failed or paused, waiting for approval, blocked, a retry that
 * is due, work in progress, the next pending step, nothing left. A later step is never offered while an earlier one failed.
 * @param measured hashes of approved files; one that was measured and differs voids its approval
 */
export function resumeRun(state: RunState, now: Instant, measured: Measured = {}): Verdict {
  const { run, steps } = state;
  const stopped = stoppedVerdict(state);
  if (stopped !== undefined) return stopped;
  const find = (status: Step["status"]): Step | undefined => steps.find((step) => step.status === status);
  const waiting = find("waiting_approval");
  if (waiting !== undefined) return waitingVerdict(run.id, run.approvals, waiting);
  const blocked = find("blocked");
  if (blocked !== undefined || run.status === "blocked") return blockedVerdict(state, blocked);
  const failed = steps.filter((step) => step.status === "failed");
  const due = failed.find((step) => step.notBefore === null || step.notBefore <= now);
  if (due !== undefined) return startVerdict(run.id, due, "retry_due", now, measured);
  const inProgress = find("in_progress");
  if (inProgress !== undefined) return inProgressVerdict(inProgress, measured);
  const [later] = failed;
  if (later !== undefined) return startVerdict(run.id, later, "retry_later", now, measured);
  const pending = find("pending");
  if (pending !== undefined) return startVerdict(run.id, pending, "next_pending", now, measured);
  return verdict(true, "nothing_left", steps.length === 0 ? "the run has no steps" : "every step is done", null);
}

function verdict(
  canResume: boolean,
  reason: ResumeReason,
  message: string,
  step: Step | null,
  waitsFor: Verdict["waitsFor"] = null,
): Verdict {
  return { canResume, reason, message, step, attempt: step === null ? null : currentAttempt(step), waitsFor };
}

function stoppedVerdict({ run, steps }: RunState): Verdict | undefined {
  if (hasEnded(run.status))
    return verdict(false, "ended", `the run is ${run.status} since ${run.endedAt}: there is nothing to resume`, null);
  const spent = steps.find(isExhausted);
  if (run.status === "failed" || spent !== undefined) {
    const what = spent ?? steps.find((step) => step.status === "failed") ?? null;
    const used =
      what === null
        ? "the run failed"
        : `"${what.key}" failed, ${what.attempts} of ${what.maxAttempts ?? "unlimited"} attempts used`;
    const how = spent === undefined ? `baton run retry ${run.id}` : `baton run retry ${run.id} --max-attempts <more>`;
    return verdict(false, "failed", `${used}: only an explicit retry goes on (${how})`, what, {
      what: "retry",
      at: run.since,
    });
  }
  if (run.status !== "paused") return undefined;
  return verdict(false, "paused", `the run is paused since ${run.since}: baton run continue ${run.id} goes on`, null, {
    what: "continue",
    at: run.since,
  });
}

function waitingVerdict(runId: string, approvals: string, step: Step): Verdict {
  const asked = reasonGiven(step.approval?.asked ?? null);
  const then =
    approvals === "enforced"
      ? `a person decides: baton run approve ${runId} ${step.key}`
      : `when approval has come, report "${step.key}" in_progress with its words as summary`;
  return verdict(
    false,
    "waiting_approval",
    `"${step.key}" waits for approval since ${step.since}${asked}; ${then}`,
    step,
    { what: "approval", at: step.since },
  );
}

function blockedVerdict({ run }: RunState, step: Step | undefined): Verdict {
  const at = step?.since ?? run.since;
  const rejected = step === undefined ? null : currentApproval(step);
  const why =
    rejected?.status === "rejected"
      ? ` by ${rejected.decidedBy}'s rejection${rejected.words === null ? "" : `: "${rejected.words}"`}`
      : reasonGiven(step === undefined ? run.summary : step.summary);
  const what = step === undefined ? "the run" : `"${step.key}"`;
  return verdict(false, "blocked", `${what} is blocked since ${at}${why}`, step ?? null, { what: "unblocking", at });
}

function reasonGiven(summary: string | null): string {
  return summary === null ? "" : `: "${summary}"`;
}

function inProgressVerdict(step: Step, measured: Measured): Verdict {
  const shut = whatShutsGate(step, measured);
  const since = `attempt ${step.attempts}${ofMax(step)}, in progress since ${step.startedAt}`;
  const message = `go on with "${step.key}": ${since}`;
  if (shut === undefined) return verdict(true, "in_progress", message, step);
  return verdict(true, "in_progress", `${message}; ${shut} before it may complete`, step, {
    what: "approval",
    at: step.since,
  });
}

function startVerdict(runId: string, step: Step, reason: ResumeReason, now: Instant, measured: Measured): Verdict {
  if (step.notBefore !== null && step.notBefore > now)
    return verdict(
      false,
      reason === "next_pending" ? "not_due" : "retry_later",
      `"${step.key}" is next, and not before ${step.notBefore}`,
      step,
      { what: "time", at: step.notBefore },
    );
  const shut = whatShutsGate(step, measured);
  if (shut !== undefined) return approvalVerdict(runId, step, shut);
  const attempt = `attempt ${currentAttempt(step)}${ofMax(step)}`;
  const message = reason === "retry_due" ? `try "${step.key}" again: ${attempt}` : `start "${step.key}": ${attempt}`;
  return verdict(true, reason, message, step);
}

function approvalVerdict(runId: string, step: Step, shut: string): Verdict {
  const how = `report "${step.key}" waiting_approval to ask; it opens with baton run approve ${runId} ${step.key}`;
  return verdict(false, "approval_needed", `${shut} before it may start: ${how}`, step, {
    what: "approval",
    at: step.since,
  });
}

/** Why a step's gate is shut; undefined when it is open, or there is none. */
function whatShutsGate(step: Step, measured: Measured): string | undefined {
  if (!isGated(step)) return undefined;
  const artifact = currentApproval(step)?.artifact ?? null;
  const now = artifact === null ? undefined : measured[artifact.path];
  if (artifact !== null && now !== undefined && now !== artifact.sha256)
    return `"${step.key}" needs a new approval, since "${artifact.path}" has changed,`;
  return isApproved(step) ? undefined : `"${step.key}" needs approval`;
}

function ofMax({ maxAttempts }: Step): string {
  return maxAttempts === null ? "" : ` of ${maxAttempts}`;
}
