import type { Artifact } from "../approval.ts";
import type { Measured } from "../command.ts";
import type { Refusal } from "../refusal.ts";
import type { Run } from "../run.ts";
import { currentApproval, currentAttempt, isApproved, isGated, type Step } from "../step.ts";

/** Why a gated step's current attempt may not start, complete or be skipped; undefined when nothing is in the way. */
export function gateRefusal(run: Run, step: Step, doing: string, measured: Measured): Refusal | undefined {
  if (!isGated(step)) return undefined;
  const approval = currentApproval(step);
  const what = `the step "${step.key}" (attempt ${currentAttempt(step)})`;
  if (approval?.status === "rejected") {
    const words = approval.words === null ? "" : `: "${approval.words}"`;
    return needed(run, step, `${what} was rejected by ${approval.decidedBy} at ${approval.decidedAt}${words}`);
  }
  if (!isApproved(step)) return needed(run, step, `${what} needs approval before it may ${doing}`);
  return approval?.artifact == null ? undefined : artifactRefusal(run, what, approval.artifact, measured);
}

function artifactRefusal(run: Run, what: string, artifact: Artifact, measured: Measured): Refusal | undefined {
  const now = measured[artifact.path];
  if (now === artifact.sha256) return undefined;
  const change = now === null ? "is gone" : "has changed since";
  return {
    code: "run/artifact-changed",
    message: `${what} was approved with "${artifact.path}", which ${change}`,
    hint: `ask again: the approval was for the file as it was. A person can look at it and run baton run approve ${run.id}`,
    ...(now === undefined ? { measure: artifact.path } : {}),
  };
}

function needed(run: Run, step: Step, message: string): Refusal {
  const ask = `report step_status "waiting_approval"`;
  const then =
    run.approvals === "enforced" || currentApproval(step)?.status === "rejected"
      ? `a person then decides with: baton run approve ${run.id} ${step.key}`
      : 'when approval has come, report step_status "in_progress" with its words in summary';
  const asked = step.status === "waiting_approval";
  return { code: "run/approval-needed", message, hint: asked ? then : `${ask}; ${then}` };
}
