import { join } from "node:path";
import { expect, test } from "vitest";
import { backoffMs } from "../../src/run/backoff.ts";
import { pruneRuns } from "../../src/run/operations/prune.ts";
import { openStore } from "../../src/run/store/sqlite/open-store.ts";
import { Desk, failureOf } from "./support/desk.ts";
import { fold, Ledger } from "./support/ledger.ts";
import { planRun, planStep } from "./support/plan.ts";
import { temporaryDirectory } from "./support/temporary-directory.ts";

// The rows of the observed behaviours of a workflow engine that concern the state of a run, by their numbers. X39, X51
// and X53 are about torn files and races: test/faults. Routing, loops and expressions belong to the engine itself.

const directory = temporaryDirectory();

test("X1: the first step that starts takes a pending run to running", () => {
  expect(new Ledger(planRun(["one"])).done(["one", "in_progress"]).status).toBe("running");
});

test("X2: pausing, continuing and stopping in a wrong state is an error that names the state", () => {
  const ledger = new Ledger(planRun(["one", "two"]));
  expect(ledger.update({ runStatus: "paused" })?.message).toContain('the run is "pending" and cannot become "paused"');
  ledger.update({ runStatus: "stopped" });
  for (const runStatus of ["paused", "running"] as const)
    expect(ledger.update({ runStatus })?.message).toContain(`the run is "stopped" and cannot become "${runStatus}"`);
});

test("X3: a pending run can be stopped", () => {
  const ledger = new Ledger(planRun(["one"]));
  expect(ledger.update({ runStatus: "stopped" })).toBeUndefined();
  expect(ledger.state.run).toMatchObject({ status: "stopped", endedAt: ledger.now });
});

test("X22: an error at the last attempt fails the step and the run", () => {
  const ledger = new Ledger(planRun([planStep("one", { maxAttempts: 2 }), planStep("two")]));
  ledger.done(["one", "failed"], ["one", "in_progress"], ["one", "failed"]);
  expect(ledger.status).toBe("failed");
  expect(ledger.verdict).toMatchObject({ canResume: false, reason: "failed" });
  expect(ledger.report("one", "in_progress")?.code).toBe("run/illegal-transition");
  expect(ledger.send({ type: "retry" })?.code).toBe("run/attempts-exhausted");
});

test("X24: exponential back-off from one second is 1, 2, 4, … capped at 60", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 40].map((attempt) =>
    backoffMs({ backoff: "exponential", initialMs: 1_000 }, attempt),
  );
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

test("X27, X28: attempts, back-off and gates are as they were when the run is read again", async () => {
  const file = join(directory, "reload", "runs.db");
  const first = new Desk(openStore(file, { create: true }));
  const id = await first.open({ steps: [{ key: "one", max_attempts: 2, requires_approval: true }] });
  await first.update(id, { step_key: "one", step_status: "waiting_approval" });
  await first.update(id, { step_key: "one", step_status: "in_progress", summary: "ann said yes" });
  await first.update(id, { step_key: "one", step_status: "failed", not_before: "2026-02-01" });
  const before = await first.get(id);
  await first.context.store.close();
  const again = new Desk(openStore(file, { create: false }));
  expect(await again.get(id)).toEqual(before);
  expect(before.steps[0]).toMatchObject({
    attempts: 1,
    not_before: "2026-02-01T00:00:00.000Z",
    requires_approval: true,
  });
  expect((await failureOf(again.update(id, { step_key: "one", step_status: "in_progress" }))).code).toBe("run/not-due");
  await again.context.store.close();
});

test("X28: a failed step waits as long as its definition says, and Baton records it", () => {
  const retry = { backoff: "linear", initialMs: 5_000 } as const;
  const ledger = new Ledger(planRun([planStep("one", { maxAttempts: null, retry })]));
  ledger.done(["one", "failed"]);
  ledger.nowMs += 5_000;
  ledger.done(["one", "in_progress"], ["one", "failed"]);
  expect(Date.parse(ledger.step("one").notBefore ?? "") - ledger.nowMs).toBe(10_000);
  expect(ledger.events.at(-1)).toMatchObject({
    actor: "baton",
    payload: { reason: "linear back-off after attempt 2" },
  });
});

test("X29: a completion while the run is paused, or after its end, is refused", () => {
  const ledger = new Ledger(planRun(["one", "two"])).done(["one", "in_progress"]);
  ledger.update({ runStatus: "paused" });
  expect(ledger.report("one", "completed")).toMatchObject({
    code: "run/illegal-transition",
    message: expect.stringContaining('the run is "paused"'),
  });
  ledger.update({ runStatus: "stopped" });
  expect(ledger.report("one", "completed")?.message).toContain('the run is "stopped"');
  expect(ledger.step("one").status).toBe("in_progress");
});

test("X31: a completion by the wrong agent and one for a step that is over are refused, each in its own words", () => {
  const ledger = new Ledger(planRun([planStep("one", { agent: "task-executor" }), planStep("two")]));
  const complete = (actor: string) => ledger.update({ actor, step: { key: "one", status: "completed" } });
  expect(complete("quality-fixer")?.code).toBe("run/not-owner");
  expect(complete("task-executor")).toBeUndefined();
  expect(complete("task-executor")?.code).toBe("run/illegal-transition");
});

test("X32: the same completion twice is applied once", async () => {
  const desk = new Desk();
  const id = await desk.open();
  const report = { step_key: "doctor", step_status: "completed", summary: "clean", idempotency_key: "done" };
  const first = await desk.update(id, report);
  expect(await desk.update(id, report)).toEqual({ ...first, reused: true });
  const { idempotency_key: _, ...unkeyed } = report;
  expect((await failureOf(desk.update(id, unkeyed))).code).toBe("run/illegal-transition");
  expect((await desk.get(id)).run.revision).toBe(2);
});

test("X35: the second pass of a loop is no duplicate, and its attempts and approvals count anew", () => {
  const steps = [planStep("review", { requiresApproval: true }), planStep("end")];
  const ledger = new Ledger(planRun(steps, { approvals: "enforced" }));
  const approve = { type: "decide_approval", decision: "approved", by: "ann" } as const;
  ledger.done(["review", "waiting_approval"]);
  expect(ledger.send(approve)).toBeUndefined();
  ledger.done(["review", "in_progress"], ["review", "completed"]);
  expect(ledger.report("review", "in_progress")?.code).toBe("run/illegal-transition");
  expect(ledger.report("review", "in_progress", { again: true })?.code).toBe("run/approval-needed");
  expect(ledger.step("review")).toMatchObject({ status: "completed", pass: 1 });
  expect(ledger.report("review", "waiting_approval", { again: true })).toBeUndefined();
  expect(ledger.step("review")).toMatchObject({ status: "waiting_approval", pass: 2, attempts: 0 });
  expect(ledger.send(approve)).toBeUndefined();
  ledger.done(["review", "in_progress"], ["review", "completed"]);
  expect(ledger.step("review")).toMatchObject({ status: "completed", pass: 2, attempts: 1 });
});

test("X37: a completion that says blocked does not go on", () => {
  const ledger = new Ledger(planRun(["one", "two"])).done(["one", "in_progress"], ["one", "blocked", "no credentials"]);
  expect(ledger.status).toBe("blocked");
  expect(ledger.verdict).toMatchObject({ canResume: false, reason: "blocked" });
  expect(ledger.report("two", "in_progress")?.code).toBe("run/illegal-transition");
});

test("X58: a gated step can be approved, and does not run before", () => {
  const ledger = new Ledger(planRun([planStep("publish", { requiresApproval: true })], { approvals: "enforced" }));
  expect(ledger.report("publish", "in_progress")?.code).toBe("run/approval-needed");
  expect(ledger.report("publish", "completed")?.code).toBe("run/approval-needed");
  expect(ledger.send({ type: "decide_approval", decision: "approved", by: "ann", step: "publish" })).toBeUndefined();
  expect(ledger.report("publish", "completed")).toBeUndefined();
});

test('X59: "false" is not a boolean', async () => {
  const desk = new Desk();
  const failure = await failureOf(desk.open({ steps: [{ key: "publish", requires_approval: "false" }] }));
  expect(failure.message).toBe('"steps[0].requires_approval" is "false", not true or false');
});

test("X60: cleaning up deletes runs that ended long ago, and only those", async () => {
  const desk = new Desk();
  const old = await desk.open();
  await desk.update(old, { run_status: "stopped" });
  const failed = await desk.open();
  await desk.update(failed, { run_status: "failed" });
  desk.nowMs += 40 * 86_400_000;
  const fresh = await desk.open();
  await desk.update(fresh, { run_status: "stopped" });
  const days = (count: number): number => count * 86_400_000;
  expect((await pruneRuns(desk.context, { olderThanMs: days(30), dryRun: true })).pruned).toEqual([old]);
  expect((await pruneRuns(desk.context, { olderThanMs: days(30), dryRun: false })).pruned).toEqual([old]);
  expect(await desk.context.store.ids()).toEqual([failed, fresh]);
});

test("a history folds to the same run wherever it is read", () => {
  const ledger = new Ledger(planRun(["one"])).done(["one", "failed"], ["one", "in_progress"], ["one", "completed"]);
  expect(fold(undefined, ledger.events)).toEqual(ledger.state);
});
