import { expect, test } from "vitest";
import { Ledger } from "./support/ledger.ts";
import { planRun, planStep } from "./support/plan.ts";

test("the owner, and nobody named otherwise, changes a status; anybody adds notes", () => {
  const ledger = new Ledger(planRun(["one"]));
  expect(ledger.update({ actor: "mallory", step: { key: "one", status: "in_progress" } })?.code).toBe("run/not-owner");
  expect(ledger.update({ actor: "mallory", runStatus: "stopped" })?.code).toBe("run/not-owner");
  expect(ledger.update({ actor: "reviewer", step: { key: "one" }, summary: "looks fine" })).toBeUndefined();
  expect(ledger.events.at(-1)).toMatchObject({ actor: "reviewer" });
});

test("an agent reports the step that is its own, and no more", () => {
  const ledger = new Ledger(planRun([planStep("one", { agent: "executor" }), "two"]));
  expect(ledger.update({ actor: "executor", step: { key: "one", status: "completed" } })).toBeUndefined();
  expect(ledger.update({ actor: "executor", step: { key: "two", status: "completed" } })?.code).toBe("run/not-owner");
});

test("the lease moves with a handoff, which only a force takes from its owner, and that is recorded", () => {
  const ledger = new Ledger(planRun(["one"]));
  expect(ledger.send({ type: "handoff", actor: "codex", newOwner: "claude" })).toBeUndefined();
  expect(ledger.update({ actor: "codex", step: { key: "one", status: "in_progress" } })?.code).toBe("run/not-owner");
  const take = { type: "handoff", actor: "codex", newOwner: "codex" } as const;
  expect(ledger.send(take)?.code).toBe("run/not-owner");
  expect(ledger.send({ ...take, force: true })).toBeUndefined();
  expect(ledger.events.at(-1)).toMatchObject({ kind: "owner_changed", payload: { from: "claude", forced: true } });
});

test("a run without an owner is anybody's", () => {
  const ledger = new Ledger(planRun(["one"], { owner: null }));
  expect(ledger.update({ actor: "anybody", step: { key: "one", status: "in_progress" } })).toBeUndefined();
  expect(ledger.send({ type: "handoff", actor: "anybody", newOwner: "codex" })).toBeUndefined();
  expect(ledger.state.run.owner).toBe("codex");
});
