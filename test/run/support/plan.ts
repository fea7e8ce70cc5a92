import type { RunOpened } from "../../../src/run/event.ts";
import type { StepPlan } from "../../../src/run/step.ts";

/** A step as opening plans it. */
export function planStep(key: string, rest: Partial<StepPlan> = {}): StepPlan {
  return {
    key,
    title: key,
    agent: null,
    inputs: null,
    maxAttempts: 3,
    requiresApproval: false,
    notBefore: null,
    compensation: null,
    retry: null,
    ...rest,
  };
}

/** A run as opening plans it. */
export function planRun(steps: readonly (string | StepPlan)[], rest: Partial<RunOpened> = {}): RunOpened {
  return {
    goal: "Publish v3.1.1",
    kind: "release",
    owner: "codex",
    priority: "normal",
    approvals: "attested",
    session: null,
    nextAction: null,
    state: {},
    steps: steps.map((step) => (typeof step === "string" ? planStep(step) : step)),
    definition: null,
    ...rest,
  };
}
