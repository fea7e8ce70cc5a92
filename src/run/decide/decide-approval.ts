import { closedList } from "../../core/suggest.ts";
import type { Artifact } from "../approval.ts";
import { capText, limits } from "../cap-text.ts";
import type { DecideApproval } from "../command.ts";
import { automatic } from "../event.ts";
import type { Refusal } from "../refusal.ts";
import type { RunState } from "../run-state.ts";
import {
  currentApproval,
  currentAttempt,
  hasOpenAttempt,
  isDone,
  isGated,
  type Step,
  type StepStatus,
} from "../step.ts";
import { measuredArtifact } from "./ask-approval.ts";
import type { Drafting } from "./drafting.ts";
import { endedRefusal } from "./run-guard.ts";
import { settleRun } from "./settle.ts";
import { unknownStep } from "./unknown-step.ts";

/** Drafts a person's decision about a step's current attempt, bound to the bytes its file has now, and what follows. */
export function decideApproval(draft: Drafting, command: DecideApproval): Refusal | undefined {
  const ended = endedRefusal(draft.state);
  if (ended !== undefined) return ended;
  const step = stepMeant(draft.state, command.step);
  if ("code" in step) return step;
  const path = command.artifact ?? currentApproval(step)?.artifact?.path;
  const artifact = path === undefined ? null : measuredArtifact(path, command.measured ?? {});
  if (artifact !== null && "code" in artifact) return artifact;
  const known = repeated(step, command, artifact);
  if (known !== undefined) return known;
  const { key, pass } = step;
  const { decision, by, words = null } = command;
  draft.add(by, {
    kind: "approval_decided",
    payload: {
      step: key,
      pass,
      attempt: currentAttempt(step),
      decision,
      how: "person",
      by,
      words: words && capText(words, limits.words),
      artifact,
    },
  });
  moveOn(draft, step, decision);
  return undefined;
}

function stepMeant({ run, steps }: RunState, key: string | undefined): Step | Refusal {
  if (key !== undefined) {
    const step = steps.find((one) => one.key === key);
    if (step === undefined) return unknownStep(key, steps);
    if (isGated(step) && !isDone(step)) return step;
    const why = isDone(step) ? `is "${step.status}"` : "needs no approval";
    return { code: "run/nothing-to-approve", message: `the step "${key}" ${why}` };
  }
  const waiting = steps.filter((step) => step.status === "waiting_approval");
  const [only] = waiting;
  if (only !== undefined && waiting.length === 1) return only;
  if (only === undefined)
    return {
      code: "run/nothing-to-approve",
      message: `no step of the run waits for approval: it is "${run.status}"`,
      hint: "name the step to approve it before it is asked for",
    };
  const keys = closedList(waiting.map((step) => step.key));
  return {
    code: "run/nothing-to-approve",
    message: `several steps wait for approval: ${keys}`,
    hint: "name one of them",
  };
}

/** The same decision about the same bytes is made once. */
function repeated(step: Step, { decision }: DecideApproval, artifact: Artifact | null): Refusal | undefined {
  const approval = currentApproval(step);
  if (approval?.status !== decision || approval.artifact?.sha256 !== artifact?.sha256) return undefined;
  return {
    code: "run/nothing-to-approve",
    message: `attempt ${approval.attempt} of "${step.key}" was ${decision} by ${approval.decidedBy} at ${approval.decidedAt}`,
  };
}

/** An approved step is free to go on where it stood; a rejected one is blocked until approval is asked for again. */
function moveOn(draft: Drafting, step: Step, decision: DecideApproval["decision"]): void {
  const { key, status: from, attempts: attempt, pass } = step;
  const held = from === "waiting_approval" || (from === "blocked" && currentApproval(step)?.status === "rejected");
  if (!held) return;
  const to: StepStatus = decision === "rejected" ? "blocked" : hasOpenAttempt(step) ? "in_progress" : "pending";
  if (to === from) return;
  draft.add(automatic, { kind: "step_changed", payload: { step: key, attempt, pass, from, to, reason: decision } });
  settleRun(draft, { from, to });
}
