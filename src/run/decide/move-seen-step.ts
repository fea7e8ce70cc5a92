import { capText, limits } from "../cap-text.ts";
import type { StepSeen } from "../command.ts";
import { automatic, type StepChanged } from "../event.ts";
import { currentAttempt, hasOpenAttempt, isDone, type StepStatus } from "../step.ts";
import type { Drafting } from "./drafting.ts";

/** Drafts a step's change as a session was seen to make it: a step done before begins a new pass, one that ends was begun. */
export function moveSeenStep(draft: Drafting, seen: StepSeen): void {
  const { key, to, decided } = seen;
  const starts = to === "in_progress" || to === "waiting_approval" || to === "completed";
  if (isDone(draft.step(key)) && starts) change(draft, key, "pending", { reason: "again" }, true);
  if (decided !== undefined) decide(draft, key, decided);
  const ends = to === "completed" || to === "failed";
  if (ends && !hasOpenAttempt(draft.step(key))) change(draft, key, "in_progress", {});
  const rejected = to === "pending" && decided?.decision === "rejected";
  change(draft, key, to, notesOf(seen), rejected);
  if (to === "waiting_approval") ask(draft, seen);
}

type Notes = Pick<StepChanged, "summary" | "evidence" | "reason">;

function notesOf({ summary, evidence, decided }: StepSeen): Notes {
  return {
    ...(summary === undefined ? {} : { summary: capText(summary, limits.summary) }),
    ...(evidence === undefined ? {} : { evidence: capText(evidence, limits.evidence) }),
    ...(decided === undefined ? {} : { reason: decided.decision }),
  };
}

function change(draft: Drafting, key: string, to: StepStatus, notes: Notes, inNewPass = false): void {
  const step = draft.step(key);
  const { status: from } = step;
  if (from === to && !inNewPass && Object.keys(notes).length === 0) return;
  const pass = inNewPass ? step.pass + 1 : step.pass;
  const opens = to === "in_progress" && !hasOpenAttempt(step);
  const attempt = inNewPass ? 0 : opens ? step.attempts + 1 : step.attempts;
  draft.add(automatic, { kind: "step_changed", payload: { step: key, attempt, pass, from, to, ...notes } });
}

function decide(draft: Drafting, key: string, decided: NonNullable<StepSeen["decided"]>): void {
  const step = draft.step(key);
  const { decision, artifact } = decided;
  const words = capText(decided.words, limits.words);
  const said = { decision, how: "person", by: "person", words, artifact } as const;
  draft.add("person", {
    kind: "approval_decided",
    payload: { step: key, pass: step.pass, attempt: currentAttempt(step), ...said },
  });
}

function ask(draft: Drafting, { key, asked }: StepSeen): void {
  const step = draft.step(key);
  draft.add(automatic, {
    kind: "approval_requested",
    payload: { step: key, pass: step.pass, attempt: currentAttempt(step), asked: asked ?? null, artifact: null },
  });
}
