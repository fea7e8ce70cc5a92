import { describe, expect, test } from "vitest";
import { Ledger } from "./support/ledger.ts";
import { planRun, planStep } from "./support/plan.ts";

describe("a retry", () => {
  test("takes a failed run back to running while attempts are left, and starts nothing by itself", () => {
    const ledger = new Ledger(planRun(["one"])).done(["one", "failed"]);
    ledger.update({ runStatus: "failed" });
    expect(ledger.send({ type: "retry" })).toBeUndefined();
    expect(ledger.status).toBe("running");
    expect(ledger.step("one")).toMatchObject({ status: "failed", attempts: 1 });
    expect(ledger.verdict).toMatchObject({ reason: "retry_due", attempt: 2 });
  });

  test("needs more attempts where all are used", () => {
    const ledger = new Ledger(planRun([planStep("one", { maxAttempts: 1 })])).done(["one", "failed"]);
    expect(ledger.send({ type: "retry" })).toMatchObject({
      code: "run/attempts-exhausted",
      message: 'the step "one" has used 1 of its 1 attempts',
    });
    expect(ledger.status).toBe("failed");
    expect(ledger.send({ type: "retry", step: "one", maxAttempts: 2 })).toBeUndefined();
    expect(ledger.done(["one", "in_progress"]).step("one").attempts).toBe(2);
  });

  test("does not wait any longer", () => {
    const ledger = new Ledger(planRun(["one"]));
    ledger.report("one", "failed", { notBefore: "2026-02-01T00:00:00.000Z" });
    expect(ledger.send({ type: "retry" })).toBeUndefined();
    expect(ledger.verdict.reason).toBe("retry_due");
  });

  test("can come with the report that starts the attempt", () => {
    const ledger = new Ledger(planRun([planStep("one", { maxAttempts: 1 })])).done(["one", "failed"]);
    const again = { runStatus: "running", step: { key: "one", status: "in_progress", maxAttempts: 2 } } as const;
    expect(ledger.update(again)).toBeUndefined();
    expect(ledger.step("one")).toMatchObject({ status: "in_progress", attempts: 2 });
  });

  test("finds back to the step that waited when the run failed", () => {
    const ledger = new Ledger(planRun(["one", "two"])).done(["one", "waiting_approval"]);
    ledger.update({ runStatus: "failed" });
    expect(ledger.send({ type: "retry" })).toBeUndefined();
    expect(ledger.status).toBe("waiting_approval");
  });

  test("needs something that failed", () => {
    const ledger = new Ledger(planRun(["one"])).done(["one", "in_progress"]);
    expect(ledger.send({ type: "retry" })?.code).toBe("run/nothing-to-retry");
    expect(ledger.send({ type: "retry", step: "one" })?.message).toContain("it has not failed");
    ledger.update({ runStatus: "stopped" });
    expect(ledger.send({ type: "retry" })?.code).toBe("run/illegal-transition");
  });
});
