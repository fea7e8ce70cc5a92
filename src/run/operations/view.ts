import type { Approval } from "../approval.ts";
import type { ChainedEvent } from "../chain.ts";
import { isJsonObject } from "../json-value.ts";
import type { Verdict } from "../resume.ts";
import type { RunState } from "../run-state.ts";
import { isDone, type Step } from "../step.ts";
import type { ApprovalView, EventView, NextStep, ResumeView, RunSummary, StepView } from "./output/views.ts";

/** A step as it is told to callers. */
export function viewStep(step: Step): StepView {
  return {
    key: step.key,
    title: step.title,
    status: step.status,
    since: step.since,
    attempts: step.attempts,
    max_attempts: step.maxAttempts,
    pass: step.pass,
    agent: step.agent,
    inputs: step.inputs,
    requires_approval: step.requiresApproval,
    approval: step.approval === null ? null : viewApproval(step.approval),
    not_before: step.notBefore,
    compensation: step.compensation,
    summary: step.summary,
    evidence: step.evidence,
    started_at: step.startedAt,
    ended_at: step.endedAt,
  };
}

function viewApproval(approval: Approval): ApprovalView {
  const { pass, attempt, status, asked, askedBy, requestedAt, artifact, decidedBy, decidedAt, how, words } = approval;
  return {
    pass,
    attempt,
    status,
    asked,
    asked_by: askedBy,
    requested_at: requestedAt,
    artifact: artifact === null ? null : { ...artifact },
    decided_by: decidedBy,
    decided_at: decidedAt,
    how,
    words,
  };
}

/** A verdict as it is told to callers. */
export function viewVerdict({ run }: RunState, verdict: Verdict): ResumeView {
  const { canResume, reason, message, waitsFor } = verdict;
  return {
    can_resume: canResume,
    reason,
    message,
    next: viewNext(verdict),
    next_action: run.nextAction,
    waits_for: waitsFor === null ? null : { ...waitsFor },
  };
}

/** The step a verdict is about. */
export function viewNext({ step, attempt }: Verdict): NextStep | null {
  if (step === null) return null;
  const { key, title, status, agent, inputs, maxAttempts } = step;
  return { key, title, status, agent, inputs, attempt: attempt ?? 1, max_attempts: maxAttempts };
}

/** An event as it is told to callers. */
export function viewEvent(event: ChainedEvent): EventView {
  const { seq, revision, at, actor, kind, hash, payload } = event;
  const step = "step" in payload ? payload.step : null;
  const attempt = "attempt" in payload ? payload.attempt : null;
  return { seq, revision, at, actor, kind, step, attempt, payload: snakeCased({ ...payload }), hash };
}

/** What callers put in themselves: its keys stay as they are. */
const theirs: ReadonlySet<string> = new Set(["state", "inputs", "snapshot"]);

function snakeCased(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, inner]) => {
    const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return [name, theirs.has(key) ? inner : snakeCasedValue(inner)] as const;
  });
  return Object.fromEntries(entries);
}

function snakeCasedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCasedValue);
  return isJsonObject(value) ? snakeCased(value) : value;
}

/** A run in a list. */
export function viewSummary({ run, steps }: RunState, verdict: Verdict): RunSummary {
  const { waitsFor, step } = verdict;
  return {
    run_id: run.id,
    goal: run.goal,
    kind: run.kind,
    status: run.status,
    since: run.since,
    owner: run.owner,
    priority: run.priority,
    revision: run.revision,
    steps_done: steps.filter(isDone).length,
    steps: steps.length,
    next_action: run.nextAction,
    waits_for: waitsFor === null ? null : { ...waitsFor, step: step?.key ?? null },
    opened_at: run.openedAt,
    updated_at: run.updatedAt,
  };
}
