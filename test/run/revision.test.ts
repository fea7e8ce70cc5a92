import { expect, test } from "vitest";
import { Ledger } from "./support/ledger.ts";
import { planRun } from "./support/plan.ts";

test("a command that was decided on an older revision is refused with the current one", () => {
  const ledger = new Ledger(planRun(["one"]));
  expect(ledger.update({ ifRevision: 1, summary: "first" })).toBeUndefined();
  expect(ledger.update({ ifRevision: 1, summary: "second" })).toMatchObject({
    code: "run/stale-revision",
    message: "the run is at revision 2, not 1: somebody changed it since",
  });
  expect(ledger.update({ ifRevision: 2, summary: "second" })).toBeUndefined();
});

test("the events of one operation share its revision, and are numbered without a gap", () => {
  const { events } = new Ledger(planRun(["one", "two"])).done(["one", "completed"]);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  expect(events.map(({ revision }) => revision)).toEqual([1, ...events.slice(1).map(() => 2)]);
});

test("a report that says nothing new is no event", () => {
  const ledger = new Ledger(planRun(["one"], { nextAction: "run it" })).done(["one", "in_progress"]);
  const before = ledger.state;
  ledger.update({ step: { key: "one", status: "in_progress", title: "one", maxAttempts: 3 }, nextAction: "run it" });
  expect(ledger.state).toBe(before);
});

test("every change nobody asked for is an event of Baton's", () => {
  const { trail } = new Ledger(planRun(["one"])).done(["one", "completed"]);
  expect(trail).toEqual([
    "codex run_opened",
    "baton step_changed",
    "codex step_changed",
    "baton run_changed",
    "baton run_changed",
  ]);
});
