import { describe, expect, test } from "vitest";
import { Ledger } from "./support/ledger.ts";
import { planRun, planStep } from "./support/plan.ts";

const gated = (approvals: "attested" | "enforced", maxAttempts: number | null = 3): Ledger =>
  new Ledger(planRun(["plan", planStep("publish", { requiresApproval: true, maxAttempts })], { approvals }));
const decision = (approved: boolean, rest: object = {}) =>
  ({ type: "decide_approval", decision: approved ? "approved" : "rejected", by: "ann", ...rest }) as const;

describe("an enforced gate", () => {
  test("is opened by no words of the actor", () => {
    const ledger = gated("enforced").done(["publish", "waiting_approval"]);
    for (const status of ["in_progress", "skipped"] as const)
      expect(ledger.report("publish", status, { summary: "ann approved" })?.code).toBe("run/approval-needed");
    expect(ledger.report("publish", "completed", { summary: "ann approved" })?.code).toBe("run/illegal-transition");
    expect(ledger.update({ runStatus: "running", summary: "ann approved" })?.code).toBe("run/illegal-transition");
  });

  test("is not taken away by a report", () => {
    const ledger = gated("enforced");
    expect(ledger.update({ step: { key: "publish", requiresApproval: false } })?.code).toBe("run/gate-removal");
    expect(ledger.report("publish", "in_progress", { requiresApproval: false })?.code).toBe("run/gate-removal");
  });

  test("is opened by a person's decision, and the history has who, when and what words", () => {
    const ledger = gated("enforced").done(["publish", "waiting_approval", "ready to go out"]);
    ledger.nowMs += 60_000;
    expect(ledger.send(decision(true, { words: "go ahead" }))).toBeUndefined();
    expect(ledger.step("publish").approval).toEqual({
      pass: 1,
      attempt: 1,
      status: "approved",
      asked: "ready to go out",
      askedBy: "codex",
      requestedAt: "2026-01-31T09:00:00.000Z",
      artifact: null,
      decidedBy: "ann",
      decidedAt: "2026-01-31T09:01:00.000Z",
      how: "person",
      words: "go ahead",
    });
    expect(ledger.events.find((event) => event.kind === "approval_decided")).toMatchObject({
      actor: "ann",
      at: "2026-01-31T09:01:00.000Z",
      payload: { how: "person", by: "ann", words: "go ahead", attempt: 1 },
    });
    expect(ledger.step("publish").status).toBe("pending");
    expect(ledger.verdict.step?.key).toBe("plan");
    expect(ledger.report("publish", "in_progress")).toBeUndefined();
  });

  test("that shuts in the middle of an attempt lets it go on where it stood, as the same attempt", () => {
    const ledger = gated("enforced");
    ledger.send(decision(true, { step: "publish" }));
    ledger.done(["publish", "in_progress"], ["publish", "waiting_approval"]);
    expect(ledger.send(decision(true))).toBeUndefined();
    expect(ledger.step("publish")).toMatchObject({ status: "in_progress", attempts: 1 });
    expect(ledger.report("publish", "completed")).toBeUndefined();
  });

  test("shuts again for the next attempt", () => {
    const ledger = gated("enforced");
    ledger.send(decision(true, { step: "publish" }));
    ledger.done(["publish", "in_progress"], ["publish", "failed"]);
    expect(ledger.report("publish", "in_progress")?.message).toContain("(attempt 2) needs approval");
    expect(ledger.verdict).toMatchObject({ canResume: false, reason: "approval_needed" });
    ledger.done(["publish", "waiting_approval"]);
    ledger.send(decision(true));
    expect(ledger.report("publish", "in_progress")).toBeUndefined();
    expect(ledger.step("publish").attempts).toBe(2);
  });

  test("that is set while a step is in progress holds its completion", () => {
    const ledger = new Ledger(planRun(["one", "two"], { approvals: "enforced" })).done(["one", "in_progress"]);
    ledger.update({ step: { key: "one", requiresApproval: true } });
    expect(ledger.verdict.message).toContain('"one" needs approval before it may complete');
    expect(ledger.report("one", "completed")?.message).toContain("needs approval before it may complete");
    ledger.done(["one", "waiting_approval"]);
    ledger.send(decision(true));
    expect(ledger.report("one", "completed")).toBeUndefined();
  });
});

describe("an attested gate", () => {
  test("is opened by the actor's statement after it asked, recorded as such with its words", () => {
    const ledger = gated("attested").done(
      ["publish", "waiting_approval", "may I?"],
      ["publish", "in_progress", "ann said yes"],
    );
    expect(ledger.step("publish").approval).toMatchObject({
      status: "approved",
      how: "attested",
      decidedBy: "codex",
      words: "ann said yes",
    });
  });

  test("is not opened by an actor that never asked, or says nothing", () => {
    const ledger = gated("attested");
    expect(ledger.report("publish", "in_progress", { summary: "ann said yes" })?.code).toBe("run/approval-needed");
    expect(ledger.report("publish", "completed", { summary: "done" })?.code).toBe("run/approval-needed");
    ledger.done(["publish", "waiting_approval"]);
    expect(ledger.report("publish", "in_progress")?.code).toBe("run/approval-needed");
  });

  test("that a person shut by a rejection is opened by a person only", () => {
    const ledger = gated("attested").done(["publish", "waiting_approval"]);
    expect(ledger.send(decision(false, { words: "the notes are missing" }))).toBeUndefined();
    expect(ledger.status).toBe("blocked");
    expect(ledger.verdict.message).toContain('by ann\'s rejection: "the notes are missing"');
    expect(ledger.report("publish", "in_progress", { summary: "ann said yes" })?.message).toContain(
      "was rejected by ann",
    );
    expect(ledger.send(decision(true))?.code).toBe("run/nothing-to-approve");
    expect(ledger.send(decision(true, { step: "publish" }))).toBeUndefined();
    expect(ledger.step("publish").status).toBe("pending");
    expect(ledger.status).toBe("running");
  });

  test("can be asked about again after a rejection", () => {
    const ledger = gated("attested").done(["publish", "waiting_approval"]);
    ledger.send(decision(false));
    ledger.done(["publish", "waiting_approval", "notes added"]);
    expect(ledger.step("publish").approval).toMatchObject({ status: "requested", asked: "notes added" });
  });
});

describe("an approval of a file", () => {
  const file = "docs/plan.md";
  const [one, other] = ["1".repeat(64), "2".repeat(64)];
  const asked = (): Ledger => {
    const ledger = gated("enforced");
    ledger.measured = { [file]: one };
    expect(ledger.report("publish", "waiting_approval", { artifact: file })).toBeUndefined();
    return ledger;
  };

  test("is bound to the bytes the person decided on", () => {
    const ledger = asked();
    ledger.measured = { [file]: other };
    ledger.send(decision(true));
    expect(ledger.step("publish").approval?.artifact).toEqual({ path: file, sha256: other });
    expect(ledger.report("publish", "in_progress")).toBeUndefined();
  });

  test("counts for nothing once the file changed or is gone, at start and at completion, until it is given anew", () => {
    const ledger = asked();
    ledger.send(decision(true));
    for (const [now, words] of [
      [other, "has changed since"],
      [null, "is gone"],
    ] as const) {
      ledger.measured = { [file]: now };
      expect(ledger.report("publish", "in_progress")).toMatchObject({
        code: "run/artifact-changed",
        message: expect.stringContaining(words),
      });
    }
    ledger.measured = { [file]: other };
    expect(ledger.verdict.step?.key).toBe("plan");
    expect(ledger.send(decision(true, { step: "publish" }))).toBeUndefined();
    ledger.done(["plan", "completed"], ["publish", "in_progress"]);
    ledger.measured = { [file]: one };
    expect(ledger.report("publish", "completed")?.code).toBe("run/artifact-changed");
    expect(ledger.verdict.message).toContain(`"${file}" has changed`);
  });

  test("is not asked for, or given, when there is no such file", () => {
    const ledger = gated("enforced");
    ledger.measured = { [file]: null };
    expect(ledger.report("publish", "waiting_approval", { artifact: file })?.code).toBe("run/artifact-missing");
    expect(ledger.send(decision(true, { step: "publish", artifact: file }))?.code).toBe("run/artifact-missing");
  });

  test("asks for the hash of a file it was not told", () => {
    const ledger = gated("enforced");
    expect(ledger.report("publish", "waiting_approval", { artifact: file })?.measure).toBe(file);
  });
});

describe("a decision", () => {
  test("is made once", () => {
    const ledger = gated("enforced").done(["publish", "waiting_approval"]);
    ledger.send(decision(true));
    expect(ledger.send(decision(true, { step: "publish" }))?.message).toContain("was approved by ann");
  });

  test("needs a step that is gated and open", () => {
    const ledger = gated("enforced");
    expect(ledger.send(decision(true))?.message).toContain("no step of the run waits for approval");
    expect(ledger.send(decision(true, { step: "plan" }))?.message).toContain("needs no approval");
    ledger.done(["plan", "completed"]);
    expect(ledger.send(decision(true, { step: "plan" }))?.code).toBe("run/nothing-to-approve");
    expect(ledger.send(decision(true, { step: "publsh" }))).toMatchObject({
      code: "run/unknown-step",
      hint: 'did you mean "publish"?',
    });
  });

  test("about one of several waiting steps names it", () => {
    const ledger = new Ledger(planRun(["one", "two"])).done(["one", "waiting_approval"], ["two", "waiting_approval"]);
    expect(ledger.send(decision(true))?.message).toBe('several steps wait for approval: "one", "two"');
    expect(ledger.send(decision(true, { step: "two" }))).toBeUndefined();
    expect(ledger.status).toBe("waiting_approval");
  });

  test("is not taken after the end", () => {
    const ledger = gated("enforced").done(["publish", "waiting_approval"]);
    ledger.update({ runStatus: "stopped" });
    expect(ledger.send(decision(true))?.code).toBe("run/ended");
  });
});
