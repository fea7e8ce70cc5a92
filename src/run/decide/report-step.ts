import { closedList, didYouMean } from "../../core/suggest.ts";
import { capText, limits } from "../cap-text.ts";
import type { StepReport, UpdateRun } from "../command.ts";
import type { StepChanged } from "../event.ts";
import type { Refusal } from "../refusal.ts";
import { currentApproval, isApproved, isExhausted, type Step, type StepStatus } from "../step.ts";
import type { Drafting } from "./drafting.ts";
import { moveStep } from "./move-step.ts";
import { settleRun } from "./settle.ts";

/** Drafts what one step's report comes to. Returns why it is refused, and then the draft must be thrown away. */
export function reportStep(draft: Drafting, report: StepReport, update: UpdateRun, actor: string): Refusal | undefined {
  const { steps, run } = draft.state;
  const step = steps.find((one) => one.key === report.key);
  if (step === undefined) return unknownStep(report.key, steps);
  if (report.requiresApproval === false && step.requiresApproval && run.approvals === "enforced") {
    return {
      code: "run/gate-removal",
      message: `the gate of the step "${step.key}" cannot be taken away: this run's approvals are enforced`,
      hint: `a person decides with: baton run approve ${run.id} ${step.key}`,
    };
  }
  const notes = notesOf(report, update);
  const to = statusMeant(step, report);
  if (to === undefined) return noteStep(draft, step, notes, actor);
  return moveStep(draft, { step, to, notes, actor, update, ...(report.again ? { again: true } : {}) });
}

/** The fields of a report that are not its status. */
export type StepNotes = Omit<StepChanged, "step" | "attempt" | "pass" | "from" | "to" | "reason">;

/** Says that a run has no such step, and which it has. */
export function unknownStep(key: string, steps: readonly Step[]): Refusal {
  const keys = steps.map((step) => step.key);
  const has = keys.length === 0 ? "which was opened without steps" : `which has ${closedList(keys)}`;
  const hint = didYouMean(key, keys);
  return {
    code: "run/unknown-step",
    message: `"${key}" is not a step of the run, ${has}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function notesOf(report: StepReport, { summary, evidence }: UpdateRun): StepNotes {
  const { title, requiresApproval, maxAttempts, notBefore, compensation } = report;
  const capped = <T extends string | null>(text: T, limit: number): T =>
    (text === null ? text : capText(text, limit)) as T;
  return {
    ...(title === undefined ? {} : { title: capText(title, limits.title) }),
    ...(summary === undefined ? {} : { summary: capText(summary, limits.summary) }),
    ...(evidence === undefined ? {} : { evidence: capped(evidence, limits.evidence) }),
    ...(requiresApproval === undefined ? {} : { requiresApproval }),
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(compensation === undefined ? {} : { compensation: capped(compensation, limits.compensation) }),
  };
}

/** A step that is reported blocked while its gate is shut waits for approval: that is what blocks it. */
function statusMeant(step: Step, { status, requiresApproval }: StepReport): StepStatus | undefined {
  if (status !== "blocked" || isApproved(step) || currentApproval(step)?.status === "rejected") return status;
  return (requiresApproval ?? step.requiresApproval) ? "waiting_approval" : status;
}

function noteStep(draft: Drafting, step: Step, notes: StepNotes, actor: string): undefined {
  if (Object.keys(notes).length === 0) return;
  const { key, attempts: attempt, pass, status } = step;
  const changes = Object.entries(notes).some(([name, value]) => step[name as keyof StepNotes] !== value);
  // The same title again is no news; the same words again are.
  if (!changes && notes.summary === undefined && notes.evidence === undefined) return;
  draft.add(actor, { kind: "step_changed", payload: { step: key, attempt, pass, ...notes } });
  if (isExhausted(draft.step(key)) && !isExhausted(step)) settleRun(draft, { from: status, to: status });
}

