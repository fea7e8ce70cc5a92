import fc from "fast-check";
import { expect, test } from "vitest";
import type { RunCommand, StepReport } from "../../src/run/command.ts";
import { decide } from "../../src/run/decide.ts";
import { instantOf } from "../../src/run/instant.ts";
import { resumeRun } from "../../src/run/resume.ts";
import { type ApprovalPolicy, approvalPolicies, hasEnded, runStatuses } from "../../src/run/run.ts";
import { type RunState, stepOf } from "../../src/run/run-state.ts";
import { isDone, stepStatuses } from "../../src/run/step.ts";
import { runTransitions, stepTransitions } from "../../src/run/transitions.ts";
import { fold, Ledger } from "./support/ledger.ts";
import { planRun, planStep } from "./support/plan.ts";

const keys = ["one", "two", "three"] as const;
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const report = fc.record({
  key: fc.constantFrom(...keys),
  status: maybe(fc.constantFrom(...stepStatuses)),
  requiresApproval: maybe(fc.boolean()),
  maxAttempts: maybe(fc.option(fc.integer({ min: 1, max: 4 }))),
  notBefore: maybe(fc.option(fc.integer({ min: -5, max: 5 }).map((minutes) => instantOf(start + minutes * 60_000)))),
});
const start = Date.UTC(2026, 0, 31, 9, 0, 0);
const command: fc.Arbitrary<RunCommand> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant("update" as const),
      step: maybe(report),
      runStatus: fc.option(fc.constantFrom(...runStatuses), { nil: undefined, freq: 3 }),
      summary: maybe(fc.string({ maxLength: 8 })),
      nextAction: maybe(fc.option(fc.string({ maxLength: 8 }))),
      state: maybe(fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom(1, null, "x"))),
      actor: maybe(fc.constantFrom("codex", "claude")),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("decide_approval" as const),
      decision: fc.constantFrom("approved" as const, "rejected" as const),
      by: fc.constant("ann"),
      step: maybe(fc.constantFrom(...keys)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("retry" as const),
      step: maybe(fc.constantFrom(...keys)),
      maxAttempts: maybe(fc.integer({ min: 1, max: 5 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("handoff" as const),
      actor: fc.constantFrom("codex", "claude"),
      newOwner: fc.constantFrom("codex", "claude"),
      force: fc.boolean(),
    }),
  },
);
const walk = fc.record({
  approvals: fc.constantFrom<ApprovalPolicy>(...approvalPolicies),
  gated: fc.subarray([...keys]),
  commands: fc.array(command, { maxLength: 25 }),
});
type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

function begin({ approvals, gated }: Walk): Ledger {
  const steps = keys.map((key) => planStep(key, { requiresApproval: gated.includes(key) }));
  return new Ledger(planRun(steps, { approvals }));
}

function frozen<T>(value: T): T {
  if (value !== null && typeof value === "object") for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Walks through random commands, looking at every step of the way. */
function walking(look: (ledger: Ledger, before: RunState, accepted: boolean, sent: RunCommand) => void): void {
  fc.assert(
    fc.property(walk, (given) => {
      const ledger = begin(given);
      for (const one of given.commands) {
        const before = frozen(ledger.state);
        const refusal = ledger.send(one);
        look(ledger, before, refusal === undefined, one);
        ledger.nowMs += 60_000;
      }
    }),
    { numRuns: 400 },
  );
}

test("folding a history in two halves is folding it at once", () => {
  fc.assert(
    fc.property(walk, fc.nat(), (given, cut) => {
      const ledger = begin(given);
      for (const one of given.commands) ledger.send(one);
      const at = 1 + (cut % ledger.events.length);
      const half = fold(undefined, ledger.events.slice(0, at));
      expect(fold(half, ledger.events.slice(at))).toEqual(fold(undefined, ledger.events));
      expect(fold(undefined, ledger.events)).toEqual(ledger.state);
    }),
    { numRuns: 300 },
  );
});

test("a refused command changes nothing, and an accepted one raises the revision by one", () => {
  walking((ledger, before, accepted) => {
    const changed = ledger.state !== before;
    if (!accepted) expect(changed).toBe(false);
    expect(ledger.state.run.revision).toBe(before.run.revision + (changed ? 1 : 0));
  });
});

test("no way leads outside the tables", () => {
  fc.assert(
    fc.property(walk, (given) => {
      const ledger = begin(given);
      for (const one of given.commands) ledger.send(one);
      for (const { kind, payload, actor } of ledger.events) {
        if (kind === "run_changed" && payload.from !== undefined && payload.to !== undefined)
          expect(runTransitions[payload.from]).toContain(payload.to);
        if (kind !== "step_changed" || payload.from === undefined || payload.to === undefined) continue;
        const decided = actor === "baton" && payload.reason !== undefined;
        if (!decided && payload.from !== payload.to) expect(stepTransitions[payload.from]).toContain(payload.to);
      }
    }),
    { numRuns: 400 },
  );
});

test("a run's status agrees with its steps", () => {
  walking(({ state: { run, steps } }) => {
    const some = (status: string): boolean => steps.some((step) => step.status === status);
    if (run.status === "completed") expect(steps.every(isDone)).toBe(true);
    if (run.status === "running" || run.status === "step_complete")
      expect(some("waiting_approval") || some("blocked")).toBe(false);
    if (run.status === "waiting_approval") expect(some("waiting_approval")).toBe(true);
    expect(run.endedAt !== null).toBe(hasEnded(run.status));
  });
});

test("attempts are counted one by one, and never beyond their limit when one starts", () => {
  walking((ledger, before) => {
    for (const [at, step] of ledger.state.steps.entries()) {
      const was = before.steps[at]?.attempts ?? 0;
      expect(step.attempts === was || step.attempts === was + 1).toBe(true);
      if (step.attempts > was && step.maxAttempts !== null) expect(step.attempts).toBeLessThanOrEqual(step.maxAttempts);
    }
  });
});

test("a step that was gated never starts, completes or is skipped without a person's decision where approvals are enforced", () => {
  walking((ledger, before) => {
    if (ledger.state.run.approvals !== "enforced") return;
    for (const [at, step] of ledger.state.steps.entries()) {
      const was = before.steps[at];
      const moved = was !== undefined && was.status !== step.status;
      if (!moved || !was.requiresApproval || !["in_progress", "completed", "skipped"].includes(step.status)) continue;
      expect(step.approval).toMatchObject({ status: "approved", how: "person", decidedBy: "ann", pass: step.pass });
    }
  });
});

const nothing: Partial<StepReport> = {};

test("what is left out of a report stays as it was", () => {
  walking((ledger, before, accepted, sent) => {
    if (!accepted || sent.type !== "update") return;
    const { run } = ledger.state;
    if (sent.nextAction === undefined) expect(run.nextAction).toBe(before.run.nextAction);
    if (sent.state === undefined) expect(run.state).toEqual(before.run.state);
    expect(run.priority).toBe(before.run.priority);
    expect(run.owner).toBe(before.run.owner);
    for (const step of ledger.state.steps) {
      const was = stepOf(before, step.key);
      const said = sent.step?.key === step.key ? sent.step : nothing;
      for (const field of ["title", "compensation", "requiresApproval", "maxAttempts", "notBefore"] as const)
        if (said[field] === undefined) expect(step[field]).toEqual(was?.[field]);
    }
  });
});

test("what a verdict offers can be done, and no later step is offered while an earlier one failed", () => {
  walking((ledger) => {
    const { state, now } = ledger;
    const verdict = resumeRun(state, now);
    if (!verdict.canResume || verdict.step === null) return;
    const at = state.steps.indexOf(verdict.step);
    if (verdict.reason === "next_pending")
      expect(state.steps.slice(0, at).some((step) => step.status === "failed")).toBe(false);
    if (verdict.reason === "next_pending" || verdict.reason === "retry_due") {
      const decision = decide({ type: "update", step: { key: verdict.step.key, status: "in_progress" } }, state, now);
      expect(decision).not.toHaveProperty("refusal");
    }
  });
});
