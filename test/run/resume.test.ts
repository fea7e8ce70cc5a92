import { describe, expect, test } from "vitest";
import { Ledger } from "./support/ledger.ts";
import { planRun, planStep } from "./support/plan.ts";

describe("resume answers, in this order,", () => {
  const everything = (): Ledger => {
    const steps = ["waits", "blocked", "failed", "going", "next"].map((key) => planStep(key));
    const ledger = new Ledger(planRun(steps, { approvals: "enforced" }));
    ledger.done(
      ["failed", "in_progress"],
      ["going", "in_progress"],
      ["failed", "failed"],
      ["blocked", "blocked", "no key"],
    );
    return ledger.done(["waits", "waiting_approval", "may I?"]);
  };

  test("what has ended", () => {
    const ledger = everything();
    ledger.update({ runStatus: "stopped" });
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "ended", step: null });
  });

  test("what waits for approval, for whom and since when", () => {
    expect(everything().verdict).toMatchObject({
      canResume: false,
      reason: "waiting_approval",
      step: { key: "waits" },
      waitsFor: { what: "approval", at: "2026-01-31T09:00:00.000Z" },
      message:
        '"waits" waits for approval since 2026-01-31T09:00:00.000Z: "may I?"; a person decides: baton run approve WF-TEST waits',
    });
  });

  test("what is blocked, then a retry that is due, then what is in progress, then the next, then that nothing is left", () => {
    const ledger = everything();
    ledger.send({ type: "decide_approval", decision: "approved", by: "ann" });
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "blocked", step: { key: "blocked" } });
    expect(ledger.verdict.message).toContain('"no key"');
    ledger.done(["blocked", "skipped"]);
    expect(ledger.verdict).toMatchObject({ canResume: true, reason: "retry_due", step: { key: "failed" }, attempt: 2 });
    ledger.done(["failed", "skipped"]);
    expect(ledger.verdict).toMatchObject({
      canResume: true,
      reason: "in_progress",
      step: { key: "going" },
      attempt: 1,
    });
    ledger.done(["going", "completed"]);
    expect(ledger.verdict).toMatchObject({ canResume: true, reason: "next_pending", step: { key: "waits" } });
    ledger.done(["waits", "completed"]);
    expect(ledger.verdict).toMatchObject({ canResume: true, reason: "next_pending", step: { key: "next" } });
    expect(new Ledger(planRun([])).verdict).toMatchObject({ canResume: true, reason: "nothing_left", step: null });
  });
});

describe("resume", () => {
  test("does not go on with a later step while an earlier one failed without attempts left", () => {
    const ledger = new Ledger(planRun([planStep("one", { maxAttempts: 1 }), "two"])).done(["one", "failed"]);
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "failed", waitsFor: { what: "retry" } });
  });

  test("does not go on with a later step while an earlier one waits for its retry", () => {
    const ledger = new Ledger(planRun(["one", "two"]));
    ledger.report("one", "failed", { notBefore: "2026-02-01T00:00:00.000Z" });
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "retry_later", step: { key: "one" } });
  });

  test("goes on past a failed step that was given up", () => {
    const ledger = new Ledger(planRun(["one", "two"])).done(["one", "failed"], ["one", "skipped"]);
    expect(ledger.verdict).toMatchObject({ canResume: true, step: { key: "two" } });
  });

  test("honours when a pending step may start", () => {
    const ledger = new Ledger(planRun([planStep("one", { notBefore: "2026-01-31T10:00:00.000Z" })]));
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "not_due", waitsFor: { what: "time" } });
    ledger.nowMs += 3_600_000;
    expect(ledger.verdict).toMatchObject({ canResume: true, reason: "next_pending" });
  });

  test("says that a gated step has to be asked for before it starts", () => {
    const ledger = new Ledger(planRun([planStep("publish", { requiresApproval: true })]));
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "approval_needed", step: { key: "publish" } });
  });

  test("says how a paused and a failed run go on", () => {
    const ledger = new Ledger(planRun(["one"])).done(["one", "in_progress"]);
    ledger.update({ runStatus: "paused" });
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "paused", waitsFor: { what: "continue" } });
    ledger.update({ runStatus: "failed" });
    expect(ledger.verdict.message).toContain("baton run retry WF-TEST");
  });
});
