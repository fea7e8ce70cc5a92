import { DatabaseSync } from "node:sqlite";
import { decide } from "../../../src/run/decide.ts";
import type { RunEvent } from "../../../src/run/event.ts";
import { evolve } from "../../../src/run/evolve.ts";
import type { RunContext } from "../../../src/run/operations/context.ts";
import { openRun } from "../../../src/run/operations/open.ts";
import type { RunState } from "../../../src/run/run-state.ts";

/**
 * Fills a store with so many runs, one of which has so many events, and closes it. The many runs are copies of one, made
 * inside the database: written one by one, each waiting for the disk, they would take longer than all else together.
 * @returns the id of the run with the long history
 */
export async function growStore(context: RunContext, file: string, size: number): Promise<string> {
  const steps = [{ key: "doctor" }, { key: "package" }, { key: "publish" }];
  const { store, now } = context;
  const { run_id: template } = await openRun(context, { goal: "A run among many", owner: "codex", steps });
  const { run_id: runId } = await openRun(context, { goal: "A run with a long history", owner: "codex", steps });
  for (let left = size; left > 0; left -= 5_000)
    await store.change(runId, {
      decide: (state) => ({ events: notes(state, Math.min(left, 5_000), now()) }),
      answer: () => ({}),
    });
  if ((await store.verify(runId)).length > 0) throw new Error("the long history is broken");
  await store.close();
  copyRuns(file, template, size - 2);
  return runId;
}

/** So many updates' events, decided one after the other. */
function notes(state: RunState, count: number, now: string): RunEvent[] {
  const events: RunEvent[] = [];
  let at = state;
  for (let n = 0; n < count; n++) {
    const decision = decide({ type: "update", summary: `note ${n}`, step: { key: "doctor" } }, at, now);
    if ("refusal" in decision) throw new Error(decision.refusal.message);
    for (const event of decision.events) at = evolve(at, event);
    events.push(...decision.events);
  }
  return events;
}

function copyRuns(file: string, template: string, count: number): void {
  const database = new DatabaseSync(file);
  const number = Number(database.prepare("SELECT number FROM runs WHERE id = ?").get(template)?.["number"]);
  database.exec("BEGIN");
  const copies = "WITH RECURSIVE copies(n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM copies LIMIT ?)";
  for (const sql of [
    `${copies} INSERT INTO runs SELECT n, 'WF-COPY' || n, status, ended, ended_at, owner, kind FROM copies, runs WHERE number = ${number}`,
    `${copies} INSERT INTO folds SELECT n * 1024 + (folds.id & 1023), body, head, seal FROM copies, folds WHERE folds.id >> 10 = ${number}`,
    `${copies} INSERT INTO events SELECT n * 67108864 + (events.id & 67108863), revision, at, actor, events.kind, payload, hash FROM copies, events WHERE events.id >> 26 = ${number}`,
  ])
    database.prepare(sql).run(count);
  database.exec("COMMIT");
  database.close();
}
