import { chainEvents, chainStart } from "../../chain.ts";
import type { RunEvent } from "../../event.ts";
import { evolve } from "../../evolve.ts";
import type { Run } from "../../run.ts";
import type { RunState } from "../../run-state.ts";
import { sealOf } from "../seal.ts";
import type { Connection } from "./connection.ts";
import { runRow, stepRow } from "./row-ids.ts";
import { insertEvents, lookupOf, type StoredRun } from "./rows.ts";

/** Writes a new run with its first events and their fold; undefined when the id is taken. */
export function insertRun(connection: Connection, events: readonly RunEvent[]): StoredRun | undefined {
  const state = fold(undefined, events);
  const row = connection.row(
    `INSERT INTO runs (id, status, ended, ended_at, owner, kind) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING RETURNING number`,
    ...lookupOf(state.run),
  );
  if (row === undefined) return undefined;
  const number = Number(row["number"]);
  const chained = chainEvents(chainStart, events);
  insertEvents(connection, number, chained);
  const head = chained.at(-1)?.hash ?? chainStart;
  const body = JSON.stringify(state.run);
  const stepTexts = state.steps.map((step) => JSON.stringify(step));
  const seal = sealOf(head, body, stepTexts);
  const insert = "INSERT INTO folds VALUES (?, ?, ?, ?)";
  connection.run(insert, runRow(number), body, head, seal);
  for (const [position, text] of stepTexts.entries())
    connection.run(insert, stepRow(number, position), text, null, null);
  return { number, head, seal, state, stepTexts };
}

/**
 * Appends events to a run and brings its rows up to them; only the steps that changed are written. Undefined, and nothing
 * is written, when the run is not in the database as it was read.
 */
export function appendToRun(
  connection: Connection,
  stored: StoredRun,
  events: readonly RunEvent[],
): StoredRun | undefined {
  const { number, state: before } = stored;
  const state = fold(before, events);
  const chained = chainEvents(stored.head, events);
  const head = chained.at(-1)?.hash ?? stored.head;
  const stepTexts = state.steps.map((step, at) =>
    step === before.steps[at] ? (stored.stepTexts[at] ?? "") : JSON.stringify(step),
  );
  const body = JSON.stringify(state.run);
  const seal = sealOf(head, body, stepTexts);
  const update = "UPDATE folds SET body = ?, head = ?, seal = ? WHERE id = ? AND seal = ?";
  if (connection.run(update, body, head, seal, runRow(number), stored.seal) === 0) return undefined;
  for (const [at, text] of stepTexts.entries()) {
    if (text !== stored.stepTexts[at])
      connection.run("UPDATE folds SET body = ? WHERE id = ?", text, stepRow(number, at));
  }
  insertEvents(connection, number, chained);
  updateLookup(connection, number, before.run, state.run);
  return { number, head, seal, state, stepTexts };
}

/** What is looked up rarely changes. */
function updateLookup(connection: Connection, number: number, before: Run, after: Run): void {
  if (after.status === before.status && after.owner === before.owner) return;
  const sql = "UPDATE runs SET id = ?, status = ?, ended = ?, ended_at = ?, owner = ?, kind = ? WHERE number = ?";
  connection.run(sql, ...lookupOf(after), number);
}

function fold(before: RunState | undefined, events: readonly RunEvent[]): RunState {
  let state = before;
  for (const event of events) state = evolve(state, event);
  if (state === undefined) throw new Error("a run is opened by an event");
  return state;
}
