import { describe, expect, test } from "vitest";
import { type RunStatus, runStatuses } from "../../src/run/run.ts";
import { runTransitions } from "../../src/run/transitions.ts";
import { Ledger } from "./support/ledger.ts";
import { planRun, planStep } from "./support/plan.ts";

/** The table as the design page has it, written out once more. */
const legal: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  pending: ["running", "failed", "stopped"],
  running: ["step_complete", "waiting_approval", "blocked", "paused", "completed", "failed", "stopped"],
  step_complete: ["running", "waiting_approval", "paused", "completed", "failed", "stopped"],
  waiting_approval: ["running", "failed", "stopped"],
  blocked: ["running", "failed", "stopped"],
  paused: ["running", "failed", "stopped"],
  completed: [],
  failed: ["running", "stopped"],
  stopped: [],
};

const two = (): Ledger => new Ledger(planRun(["one", "two"]));
const bare = (...statuses: RunStatus[]): Ledger => {
  const ledger = new Ledger(planRun([]));
  for (const runStatus of statuses) expect(ledger.update({ runStatus })).toBeUndefined();
  return ledger;
};

/** A run in each status. */
const runs: Readonly<Record<RunStatus, () => Ledger>> = {
  pending: two,
  running: () => two().done(["one", "in_progress"]),
  step_complete: () => two().done(["one", "completed"]),
  waiting_approval: () => two().done(["one", "waiting_approval"]),
  blocked: () => two().done(["one", "blocked"]),
  paused: () => bare("running", "paused"),
  completed: () => new Ledger(planRun(["one"])).done(["one", "completed"]),
  failed: () => new Ledger(planRun([planStep("one", { maxAttempts: 1 })])).done(["one", "failed"]),
  stopped: () => bare("stopped"),
};

test("the table is the one that was agreed on", () => {
  expect(runTransitions).toEqual(legal);
});

describe("a run", () => {
  for (const from of runStatuses) {
    for (const to of runStatuses) {
      if (from === to || legal[from].includes(to)) continue;
      test(`that is ${from} is not made ${to}: both are named, the legal ones listed, nothing is changed`, () => {
        const ledger = runs[from]();
        const before = ledger.state;
        const refusal = ledger.update({ runStatus: to, summary: "please" });
        expect(refusal?.code).toBe("run/illegal-transition");
        expect(refusal?.message).toContain(`the run is "${from}" and cannot become "${to}"`);
        for (const one of legal[from]) expect(refusal?.message).toContain(`"${one}"`);
        expect(ledger.state).toBe(before);
      });
    }
  }

  test("takes every legal way, and no other, through what is asked and what steps bring about", () => {
    const gated = planRun([planStep("one", { requiresApproval: true }), planStep("two")]);
    const approve = { type: "decide_approval", decision: "approved", by: "ann" } as const;
    const walked = [
      two().done(["one", "completed"], ["two", "in_progress"], ["two", "completed"]),
      two().done(["one", "completed"], ["two", "skipped"]),
      two().done(["one", "in_progress"], ["one", "blocked"], ["one", "in_progress"], ["one", "waiting_approval"]),
      two().done(["one", "completed"], ["two", "waiting_approval"]),
      ...runStatuses.flatMap((from) =>
        (["failed", "stopped"] as const).map((to) => {
          const ledger = runs[from]();
          ledger.update({ runStatus: to });
          return ledger;
        }),
      ),
    ];
    const decided = new Ledger(gated).done(["one", "waiting_approval"]);
    expect(decided.send(approve)).toBeUndefined();
    const paused = [runs.running(), runs.step_complete()];
    for (const ledger of paused) {
      expect(ledger.update({ runStatus: "paused" })).toBeUndefined();
      expect(ledger.update({ runStatus: "running" })).toBeUndefined();
    }
    const retried = runs.failed();
    expect(retried.send({ type: "retry", maxAttempts: 2 })).toBeUndefined();
    const ways = new Set(
      [...walked, decided, ...paused, retried].flatMap(({ events }) =>
        events.flatMap((event) =>
          event.kind === "run_changed" && event.payload.to !== undefined
            ? [`${event.payload.from} → ${event.payload.to}`]
            : [],
        ),
      ),
    );
    const all = runStatuses.flatMap((from) => legal[from].map((to) => `${from} → ${to}`));
    expect([...ways].sort()).toEqual(all.sort());
  });
});

describe("a status that is asked for", () => {
  test("does not complete a run whose steps are open", () => {
    const ledger = runs.step_complete();
    expect(ledger.update({ runStatus: "completed" })).toMatchObject({
      code: "run/illegal-transition",
      hint: 'complete or skip "two" first',
    });
  });

  test("does not take a run past a step that waits or is blocked", () => {
    expect(runs.waiting_approval().update({ runStatus: "running" })?.hint).toBe('"one" waits for approval');
    expect(runs.blocked().update({ runStatus: "running" })?.hint).toBe('unblock "one" first');
  });

  test("unblocks a run that is blocked as a whole", () => {
    const ledger = bare("running", "blocked");
    expect(ledger.update({ runStatus: "running" })).toBeUndefined();
    expect(ledger.status).toBe("running");
  });

  test("that the run has already changes nothing, and closing words may come with it", () => {
    const ledger = runs.completed();
    const events = ledger.events.length;
    expect(ledger.update({ runStatus: "completed" })).toBeUndefined();
    expect(ledger.events.length).toBe(events);
    expect(ledger.update({ runStatus: "completed", summary: "released" })).toBeUndefined();
    expect(ledger.state.run).toMatchObject({ status: "completed", summary: "released" });
  });
});
