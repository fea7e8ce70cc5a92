import { chainStart } from "../../chain.ts";
import type { RunEvent } from "../../event.ts";
import { evolve } from "../../evolve.ts";
import type { Run } from "../../run.ts";
import type { RunState } from "../../run-state.ts";
import { sealOf } from "../seal.ts";
import type { Connection } from "./connection.ts";
import { runRow, stepRow } from "./row-ids.ts";
import { insertEvents, lookupOf, type StoredRun } from "./rows.ts";

/** Writes a new run with its first events and their fold. Its number in the database; undefined when the id is taken. */
export function insertRun(
  connection: Connection,
  events: readonly RunEvent[],
): { readonly number: number; readonly state: RunState } | undefined {
  const state = fold(undefined, events);
  const row = connection.row(
    `INSERT INTO runs (id, status, ended, ended_at, owner, kind) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING RETURNING number`,
    ...lookupOf(state.run),
  );
  if (row === undefined) return undefined;
  const number = Number(row["number"]);
  const head = insertEvents(connection, number, events, chainStart);
  const body = JSON.stringify(state.run);
  const texts = state.steps.map((step) => JSON.stringify(step));
  const insert = "INSERT INTO folds VALUES (?, ?, ?, ?)";
  connection.run(insert, runRow(number), body, head, sealOf(head, body, texts));
  for (const [position, text] of texts.entries()) connection.run(insert, stepRow(number, position), text, null, null);
  return { number, state };
}

/** Appends events to a run and brings its rows up to them; only the steps that changed are written. */
export function appendToRun(connection: Connection, stored: StoredRun, events: readonly RunEvent[]): RunState {
  const { number, state: before } = stored;
  const state = fold(before, events);
  const head = insertEvents(connection, number, events, stored.head);
  const texts = [...stored.stepTexts];
  for (const [position, step] of state.steps.entries()) {
    if (step === before.steps[position]) continue;
    const text = JSON.stringify(step);
    texts[position] = text;
    connection.run("UPDATE folds SET body = ? WHERE id = ?", text, stepRow(number, position));
  }
  const body = JSON.stringify(state.run);
  const update = "UPDATE folds SET body = ?, head = ?, seal = ? WHERE id = ?";
  connection.run(update, body, head, sealOf(head, body, texts), runRow(number));
  updateLookup(connection, number, before.run, state.run);
  return state;
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
