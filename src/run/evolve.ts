import type { ApprovalDecided, ApprovalRequested, RunChanged, RunEvent, RunOpened, StepChanged } from "./event.ts";
import { mergePatch } from "./merge-patch.ts";
import { hasEnded, type Run } from "./run.ts";
import type { RunState } from "./run-state.ts";
import type { Step, StepPlan } from "./step.ts";

/**
 * The state after an event. It decides nothing: folding the same events gives the same state, in one go or in parts.
 * @param state undefined before the event that opens the run
 * @throws Error when the event cannot be one of this run: that is a damaged history, which no caller may go on from
 */
export function evolve(state: RunState | undefined, event: RunEvent): RunState {
  if (event.kind === "run_opened") {
    if (state !== undefined) throw new Error(`event ${event.seq} opens a run that is open`);
    return opened(event, event.payload);
  }
  if (state === undefined) throw new Error(`event ${event.seq} belongs to a run that was never opened`);
  const run: Run = { ...state.run, revision: event.revision, lastSeq: event.seq, updatedAt: event.at };
  switch (event.kind) {
    case "run_changed":
      return { run: changedRun(run, event.payload, event), steps: state.steps };
    case "observed":
      return { run, steps: state.steps };
    case "owner_changed":
      return { run: { ...run, owner: event.payload.to }, steps: state.steps };
    case "step_changed":
      return { run, steps: withStep(state, event, (step) => changedStep(step, event.payload, event)) };
    case "approval_requested":
      return { run, steps: withStep(state, event, (step) => ({ ...step, approval: requested(event.payload, event) })) };
    case "approval_decided":
      return { run, steps: withStep(state, event, (step) => decided(step, event.payload, event)) };
  }
}

function opened({ runId, seq, revision, at }: RunEvent, payload: RunOpened): RunState {
  const { goal, kind, owner, priority, approvals, session, nextAction, state, definition } = payload;
  return {
    run: {
      id: runId,
      goal,
      kind,
      owner,
      priority,
      approvals,
      session,
      definition:
        definition === null ? null : { file: definition.file, name: definition.name, sha256: definition.sha256 },
      status: "pending",
      since: at,
      revision,
      lastSeq: seq,
      state,
      nextAction,
      summary: null,
      evidence: null,
      openedAt: at,
      updatedAt: at,
      endedAt: null,
    },
    steps: payload.steps.map((plan) => planned(plan, at)),
  };
}

function planned(plan: StepPlan, at: string): Step {
  return {
    ...plan,
    status: "pending",
    since: at,
    attempts: 0,
    pass: 1,
    startedAt: null,
    endedAt: null,
    summary: null,
    evidence: null,
    approval: null,
  };
}

function changedRun(run: Run, change: RunChanged, { at }: RunEvent): Run {
  const { to, nextAction, state, summary, evidence } = change;
  return {
    ...run,
    ...(to === undefined ? {} : { status: to, since: at, endedAt: hasEnded(to) ? at : null }),
    ...(nextAction === undefined ? {} : { nextAction }),
    ...(state === undefined ? {} : { state: mergePatch(run.state, state) }),
    ...(summary === undefined ? {} : { summary }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function changedStep(step: Step, change: StepChanged, { at }: RunEvent): Step {
  const { title, summary, evidence, requiresApproval, maxAttempts, notBefore, compensation } = change;
  return {
    ...step,
    ...movedStep(step, change, at),
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(requiresApproval === undefined ? {} : { requiresApproval }),
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(compensation === undefined ? {} : { compensation }),
  };
}

function movedStep(step: Step, { to, attempt, pass }: StepChanged, at: string): Partial<Step> {
  if (to === undefined) return {};
  const moved = { status: to, since: at, attempts: attempt, pass };
  if (pass !== step.pass) return { ...moved, startedAt: null, endedAt: null };
  if (attempt !== step.attempts) return { ...moved, startedAt: at, endedAt: null };
  const ends = to === "completed" || to === "failed" || to === "skipped";
  return ends ? { ...moved, endedAt: at } : moved;
}

function requested(
  { pass, attempt, asked, artifact }: ApprovalRequested,
  { at, actor }: RunEvent,
): NonNullable<Step["approval"]> {
  return {
    pass,
    attempt,
    status: "requested",
    asked,
    askedBy: actor,
    requestedAt: at,
    artifact,
    decidedBy: null,
    decidedAt: null,
    how: null,
    words: null,
  };
}

function decided(step: Step, decision: ApprovalDecided, { at }: RunEvent): Step {
  const { pass, attempt, decision: status, how, by, words, artifact } = decision;
  const before = step.approval?.pass === pass && step.approval.attempt === attempt ? step.approval : undefined;
  return {
    ...step,
    approval: {
      pass,
      attempt,
      status,
      asked: before?.asked ?? null,
      askedBy: before?.askedBy ?? null,
      requestedAt: before?.requestedAt ?? null,
      artifact,
      decidedBy: by,
      decidedAt: at,
      how,
      words,
    },
  };
}

function withStep(
  state: RunState,
  event: RunEvent & { readonly payload: { readonly step: string } },
  change: (step: Step) => Step,
): readonly Step[] {
  const { step: key } = event.payload;
  if (!state.steps.some((step) => step.key === key))
    throw new Error(`event ${event.seq} changes the step "${key}", which the run does not have`);
  return state.steps.map((step) => (step.key === key ? change(step) : step));
}
