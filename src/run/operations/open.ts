import { Failure } from "../../core/failure.ts";
import type { OpenRun } from "../command.ts";
import { decide } from "../decide.ts";
import { parseInstant } from "../instant.ts";
import { resumeRun } from "../resume.ts";
import type { ApprovalPolicy } from "../run.ts";
import { runIdOf } from "../run-id.ts";
import type { RunState } from "../run-state.ts";
import type { StepPlan } from "../step.ts";
import { idempotencyOf, keyConflict, refusalFailure } from "./commit.ts";
import type { RunContext } from "./context.ts";
import type { OpenInput, StepInput } from "./input/open-input.ts";
import type { OpenOutput } from "./output/outputs.ts";
import { viewNext } from "./view.ts";

/** An open input whose steps are an array. */
export type OpenRequest = Omit<OpenInput, "steps"> & { readonly steps?: readonly StepInput[] | undefined };

const defaultMaxAttempts = 3;

/**
 * Opens a run; with a key that came before, the first answer again.
 * @throws Failure run/bad-input, run/duplicate-step, run/too-large, run/idempotency-conflict
 */
export async function openRun(
  context: RunContext,
  input: OpenRequest,
  approvals: ApprovalPolicy = context.approvals,
): Promise<OpenOutput> {
  const { idempotency_key: key, sid: _session, ...request } = input;
  const idempotency = idempotencyOf("workflow_open", key, request);
  const { store, now, randomBytes } = context;
  for (let tries = 1; ; tries++) {
    const runId = runIdOf("ledger", randomBytes(16));
    const outcome = await store.open({
      decide: () => decide(commandOf(runId, input, approvals), undefined, now()),
      answer: (state) => ({ ...answerOf(state, now()) }),
      idempotency,
    });
    switch (outcome.kind) {
      case "done":
        return outcome.answer as OpenOutput;
      case "reused":
        return { ...(outcome.answer as OpenOutput), reused: true };
      case "conflict":
        throw keyConflict(idempotency);
      case "refused":
        throw refusalFailure(outcome.refusal);
      default:
        if (tries === 5) throw new Failure("run/busy", "no free id was found for the run", { hint: "run it again" });
    }
  }
}

function commandOf(runId: string, input: OpenRequest, approvals: ApprovalPolicy): OpenRun {
  const { goal, sid, owner, priority, workflow_kind: kind, steps = [], next_action: nextAction, state } = input;
  return {
    type: "open",
    runId,
    plan: {
      goal,
      kind: kind ?? "general",
      owner: owner ?? null,
      priority: priority ?? "normal",
      approvals,
      session: sid ?? null,
      nextAction: nextAction ?? null,
      state: state ?? {},
      steps: steps.map(planOf),
      definition: null,
    },
    stepStatuses: new Map(steps.map((step) => [step.key, step.status ?? "pending"])),
  };
}

function planOf(step: StepInput): StepPlan {
  const { key, title, max_attempts: maxAttempts, requires_approval: gated, compensation, not_before: notBefore } = step;
  return {
    key,
    title: title ?? key,
    agent: null,
    inputs: null,
    maxAttempts: maxAttempts === undefined ? defaultMaxAttempts : maxAttempts,
    requiresApproval: gated ?? false,
    notBefore: notBefore == null ? null : (parseInstant(notBefore) ?? null),
    compensation: compensation ?? null,
    retry: null,
  };
}

function answerOf(state: RunState, now: string): OpenOutput {
  const { run, steps } = state;
  return {
    run_id: run.id,
    status: run.status,
    revision: run.revision,
    reused: false,
    steps: steps.map(({ key, title, status }) => ({ key, title, status })),
    next: viewNext(resumeRun(state, now)),
  };
}
