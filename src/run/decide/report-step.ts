import { capText, limits } from "../cap-text.ts";
import type { StepReport, UpdateRun } from "../command.ts";
import { automatic } from "../event.ts";
import type { Refusal } from "../refusal.ts";
import { currentApproval, isApproved, isDone, isExhausted, type Step, type StepStatus } from "../step.ts";
import { askApproval } from "./ask-approval.ts";
import type { Drafting } from "./drafting.ts";
import type { Move, StepNotes } from "./move.ts";
import { moveStep } from "./move-step.ts";
import { endedRefusal } from "./run-guard.ts";
import { settleRun } from "./settle.ts";
import { unknownStep } from "./unknown-step.ts";

/** Drafts what one step's report comes to. Returns why it is refused; the draft is then to be thrown away. */
export function reportStep(draft: Drafting, report: StepReport, update: UpdateRun, actor: string): Refusal | undefined {
  const { steps } = draft.state;
  const known = steps.find((one) => one.key === report.key);
  if (known === undefined) return unknownStep(report.key, steps);
  const step = report.again === true && isDone(known) ? nextPass(draft, known) : known;
  const to = statusMeant(step, report);
  const refused = gateRemoval(draft, step, report) ?? strayArtifact(report, to);
  if (refused !== undefined) return refused;
  const move: Move = { step, to: to ?? step.status, notes: notesOf(report, update), actor, update };
  if (to !== undefined && (to !== step.status || endsAttempt(to))) return moveStep(draft, move);
  return endedRefusal(draft.state) ?? noteStep(draft, move, to);
}

/** A loop of the definition leads to the step once more: it is pending again, in a pass whose attempts count anew. */
function nextPass(draft: Drafting, { key, status: from, pass }: Step): Step {
  const payload = { step: key, attempt: 0, pass: pass + 1, from, to: "pending", reason: "again" } as const;
  draft.add(automatic, { kind: "step_changed", payload });
  return draft.step(key);
}

function endsAttempt(status: StepStatus): boolean {
  return status === "completed" || status === "failed" || status === "skipped";
}

/** A step that is reported blocked while its gate is shut waits for approval: that is what blocks it. */
function statusMeant(step: Step, { status, requiresApproval }: StepReport): StepStatus | undefined {
  if (status !== "blocked" || isApproved(step) || currentApproval(step)?.status === "rejected") return status;
  return (requiresApproval ?? step.requiresApproval) ? "waiting_approval" : status;
}

function gateRemoval({ state: { run } }: Drafting, step: Step, report: StepReport): Refusal | undefined {
  if (report.requiresApproval !== false || !step.requiresApproval || run.approvals === "attested") return undefined;
  return {
    code: "run/gate-removal",
    message: `the gate of the step "${step.key}" cannot be taken away: this run's approvals are enforced`,
    hint: `a person decides with: baton run approve ${run.id} ${step.key}`,
  };
}

function strayArtifact({ artifact }: StepReport, to: StepStatus | undefined): Refusal | undefined {
  if (artifact === undefined || to === "waiting_approval") return undefined;
  return {
    code: "run/bad-input",
    message: `"artifact" names what approval is asked for, and this report asks for none`,
    hint: 'report step_status "waiting_approval" with it',
  };
}

function notesOf(report: StepReport, { summary, evidence }: UpdateRun): StepNotes {
  const { title, requiresApproval, maxAttempts, notBefore, compensation } = report;
  return {
    ...(title === undefined ? {} : { title: capText(title, limits.title) }),
    ...(summary === undefined ? {} : { summary: capText(summary, limits.summary) }),
    ...(evidence === undefined ? {} : { evidence: evidence && capText(evidence, limits.evidence) }),
    ...(requiresApproval === undefined ? {} : { requiresApproval }),
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(compensation === undefined ? {} : { compensation: compensation && capText(compensation, limits.compensation) }),
  };
}

/** Drafts a report that leaves the step's status as it is. Nothing new is no event; the same words again are news. */
function noteStep(draft: Drafting, move: Move, to: StepStatus | undefined): Refusal | undefined {
  const { step, notes, actor, update } = move;
  const asksAgain = notes.summary !== undefined || update.step?.artifact !== undefined;
  if (to === "waiting_approval" && asksAgain) return askApproval(draft, move, { ...step, ...notes });
  const speaks = notes.summary !== undefined || notes.evidence !== undefined;
  const changes = Object.entries(notes).some(([name, value]) => step[name as keyof Step] !== value);
  if (!speaks && !changes) return undefined;
  const { key, attempts: attempt, pass, status } = step;
  draft.add(actor, { kind: "step_changed", payload: { step: key, attempt, pass, ...notes } });
  if (isExhausted(draft.step(key)) && !isExhausted(step)) settleRun(draft, { from: status, to: status });
  return undefined;
}
