import { chainStart } from "../../chain.ts";
import type { RunEvent } from "../../event.ts";
import { evolve } from "../../evolve.ts";
import { hasEnded, type Run } from "../../run.ts";
import type { RunState } from "../../run-state.ts";
import type { Step } from "../../step.ts";
import { sealOf } from "../seal.ts";
import type { Connection, SqlValue } from "./connection.ts";
import { insertEvents, type StoredRun } from "./rows.ts";

/** Writes a new run with its first events and their fold. Its number in the database; undefined when the id is taken. */
export function insertRun(
  connection: Connection,
  runId: string,
  events: readonly RunEvent[],
): { readonly number: number; readonly state: RunState } | undefined {
  const state = fold(undefined, events);
  const row = connection.row(
    `INSERT INTO runs (id, status, ended, ended_at, owner, kind, seq, head, seal, body)
     VALUES (?, '', 0, NULL, NULL, '', 0, '', '', '') ON CONFLICT (id) DO NOTHING RETURNING number`,
    runId,
  );
  if (row === undefined) return undefined;
  const number = Number(row["number"]);
  const head = insertEvents(connection, number, events, chainStart);
  const texts = state.steps.map((step) => JSON.stringify(step));
  for (const [position, text] of texts.entries())
    connection.run("INSERT INTO steps VALUES (?, ?, ?)", number, position, text);
  writeFold(connection, number, state.run, head, texts);
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
    texts[position] = stepText(step);
    connection.run("UPDATE steps SET body = ? WHERE run = ? AND position = ?", texts[position], number, position);
  }
  writeFold(connection, number, state.run, head, texts);
  return state;
}

function stepText(step: Step): string {
  return JSON.stringify(step);
}

function fold(before: RunState | undefined, events: readonly RunEvent[]): RunState {
  let state = before;
  for (const event of events) state = evolve(state, event);
  if (state === undefined) throw new Error("a run is opened by an event");
  return state;
}

function writeFold(connection: Connection, number: number, run: Run, head: string, steps: readonly string[]): void {
  const body = JSON.stringify(run);
  const values: SqlValue[] = [
    run.status,
    hasEnded(run.status) ? 1 : 0,
    run.endedAt,
    run.owner,
    run.kind,
    run.lastSeq,
    head,
    sealOf(head, body, steps),
    body,
  ];
  connection.run(
    `UPDATE runs SET status = ?, ended = ?, ended_at = ?, owner = ?, kind = ?, seq = ?, head = ?, seal = ?, body = ?
     WHERE number = ?`,
    ...values,
    number,
  );
}
