import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { Failure } from "../../../src/core/failure.ts";
import { instantOf } from "../../../src/run/instant.ts";
import type { RunContext } from "../../../src/run/operations/context.ts";
import { openRun } from "../../../src/run/operations/open.ts";
import { updateRun } from "../../../src/run/operations/update.ts";
import { openStore } from "../../../src/run/store/sqlite/open-store.ts";

// A process that works on a store and says each thing it was told is done, at once: what it said, the store must have.
// Called as: worker.ts <store> <job> <argument...>
const [file = "", job = "", ...words] = process.argv.slice(2);

function say(value: object): void {
  writeSync(1, `${JSON.stringify(value)}\n`);
}

function context(): RunContext {
  return {
    store: openStore(file, { create: true }),
    now: () => instantOf(Date.now()),
    randomBytes,
    approvals: "attested",
    measure: () => null,
  };
}

/** Waits for the others: all begin when a line comes on standard input. */
async function atOnce(): Promise<void> {
  say({ ready: true });
  await new Promise((resolve) => process.stdin.once("data", resolve));
  process.stdin.pause();
}

const jobs: Record<string, () => Promise<void>> = {
  /** Counts on in one run from a number, for ever; a number that was counted before is not counted twice. */
  count: async () => {
    const [runId = "", from = "1"] = words;
    const runs = context();
    for (let n = Number(from); ; n++) {
      await updateRun(runs, { run_id: runId, state: { n }, summary: `number ${n}`, idempotency_key: `n-${n}` });
      say({ n });
    }
  },
  /** Opens a run under a key. */
  open: async () => {
    const [key = ""] = words;
    const runs = context();
    await atOnce();
    say(await openRun(runs, { goal: "Publish", owner: "codex", steps: [{ key: "one" }], idempotency_key: key }));
  },
  /** Makes the store, if it is not there, and opens a run. */
  create: async () => {
    say({ opened: (await openRun(context(), { goal: "Publish" })).run_id });
  },
  /** Tries a step again and again: so many attempts that end, and as many notes. */
  attempts: async () => {
    const [runId = "", key = "", count = "0"] = words;
    const runs = context();
    await atOnce();
    for (let n = 1; n <= Number(count); n++) {
      const status = n % 2 === 1 ? "in_progress" : "failed";
      const { revision } = await updateRun(runs, {
        run_id: runId,
        step_key: key,
        step_status: status,
        summary: `${n}`,
      });
      say({ revision });
    }
  },
  /** Completes a step. */
  complete: async () => {
    const [runId = "", key = ""] = words;
    const runs = context();
    await atOnce();
    const { revision } = await updateRun(runs, { run_id: runId, step_key: key, step_status: "completed" });
    say({ revision });
  },
};

try {
  await jobs[job]?.();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  const { code, message, hint } = error;
  say({ refused: { code, message, hint } });
}
