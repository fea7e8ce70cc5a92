import { describe, expect, test } from "vitest";
import { type StepStatus, stepStatuses } from "../../src/run/step.ts";
import { stepTransitions } from "../../src/run/transitions.ts";
import { Ledger } from "./support/ledger.ts";
import { planRun } from "./support/plan.ts";

/** The other step keeps the run from ending. */
const steps: Readonly<Record<StepStatus, () => Ledger>> = {
  pending: () => new Ledger(planRun(["one", "two"])),
  in_progress: () => steps.pending().done(["one", "in_progress"]),
  completed: () => steps.pending().done(["one", "completed"]),
  blocked: () => steps.pending().done(["one", "blocked"]),
  waiting_approval: () => steps.pending().done(["one", "waiting_approval"]),
  failed: () => steps.pending().done(["one", "failed"]),
  skipped: () => steps.pending().done(["one", "skipped"]),
};

const repeatable: readonly StepStatus[] = ["pending", "in_progress", "blocked", "waiting_approval"];

describe("a step", () => {
  for (const from of stepStatuses) {
    for (const to of stepStatuses) {
      const legal = stepTransitions[from].includes(to) || (from === to && repeatable.includes(from));
      test(`that is ${from} ${legal ? "is taken to be" : "is not made"} ${to}`, () => {
        const ledger = steps[from]();
        const before = ledger.state;
        const refusal = ledger.report("one", to, { summary: "said so" });
        if (legal) {
          expect(refusal).toBeUndefined();
          expect(ledger.step("one").status).toBe(to);
          expect(ledger.step("one").summary).toBe("said so");
        } else {
          expect(refusal?.code).toBe("run/illegal-transition");
          expect(refusal?.message).toContain(`the step "one" is "${from}" and cannot become "${to}"`);
          expect(ledger.state).toBe(before);
        }
      });
    }
  }

  test("that is completed without having been started is started first, by Baton", () => {
    const ledger = steps.pending().done(["one", "completed"]);
    const moves = ledger.events.flatMap(({ actor, kind, payload }) =>
      kind === "step_changed" ? [`${actor} ${payload.to}`] : [],
    );
    expect(moves).toEqual(["baton in_progress", "codex completed"]);
    expect(ledger.step("one").attempts).toBe(1);
  });

  test("does not start while another one waits or is blocked, but one in progress may end", () => {
    const ledger = new Ledger(planRun(["one", "two", "three"]));
    ledger.done(["one", "in_progress"], ["two", "waiting_approval"]);
    expect(ledger.report("three", "in_progress")).toMatchObject({ hint: '"two" waits for approval first' });
    expect(ledger.report("one", "completed")).toBeUndefined();
    expect(ledger.status).toBe("waiting_approval");
  });

  test("that ends does not unblock a run that is blocked as a whole", () => {
    const ledger = new Ledger(planRun(["one", "two"])).done(["one", "in_progress"]);
    expect(ledger.update({ runStatus: "blocked", summary: "no network" })).toBeUndefined();
    expect(ledger.report("one", "completed")).toBeUndefined();
    expect(ledger.status).toBe("blocked");
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "blocked" });
  });
});
