import { Failure } from "../../../core/failure.ts";
import type { ChainedEvent } from "../../chain.ts";
import { checkHistory } from "../../check-history.ts";
import { canonicalText } from "../../fingerprint.ts";
import type { JsonValue } from "../../json-value.ts";
import type { RunState } from "../../run-state.ts";
import type { StoreProblem } from "../../store.ts";
import type { Connection, SqlRow } from "./connection.ts";
import { eventRow, lastEventRow, runOfRow } from "./row-ids.ts";
import { eventOf, readFold } from "./rows.ts";

/** Compares what is stored of one run, or of all and of the file itself, with the histories. */
export function verifyRuns(connection: Connection, runId: string | undefined): StoreProblem[] {
  return connection.read(() => {
    const problems = runId === undefined ? fileProblems(connection) : [];
    const ids = runId === undefined ? connection.rows("SELECT id FROM runs ORDER BY number") : [{ id: runId }];
    for (const { id } of ids) problems.push(...runProblems(connection, String(id)));
    return problems;
  });
}

function fileProblems(connection: Connection): StoreProblem[] {
  const says = connection.rows("PRAGMA integrity_check(20)").map((row) => String(Object.values(row)[0]));
  const problems = says.filter((line) => line !== "ok");
  for (const [table, run] of Object.entries(runOfRow)) {
    const row = connection.row(`SELECT count(*) AS rows FROM ${table} WHERE ${run} NOT IN (SELECT number FROM runs)`);
    if (row?.["rows"] !== 0) problems.push(`${String(row?.["rows"])} rows of "${table}" belong to no run`);
  }
  return problems.map((message) => ({ runId: null, message }));
}

function runProblems(connection: Connection, runId: string): StoreProblem[] {
  const row = connection.row("SELECT * FROM runs WHERE id = ?", runId);
  const message = row === undefined ? undefined : damageOf(connection, runId, row);
  return message === undefined ? [] : [{ runId, message }];
}

function damageOf(connection: Connection, runId: string, row: SqlRow): string | undefined {
  try {
    const number = Number(row["number"]);
    const history = checkHistory(runId, eventsOf(connection, runId, number));
    if ("broken" in history) return history.broken;
    const { state, head } = readFold(connection, row);
    if (history.head !== head) return "events are missing at its end";
    return textOf(state) === textOf(history.state) ? undefined : "its stored state is not the fold of its events";
  } catch (error) {
    if (error instanceof SyntaxError) return `a row of it is no JSON any more: ${error.message}`;
    if (error instanceof Failure && error.code === "run/broken-history") return "its stored state was changed by hand";
    throw error;
  }
}

function textOf(state: RunState): string {
  return canonicalText(state as unknown as JsonValue);
}

/** All events of a run, oldest first, one at a time. */
export function* eventsOf(connection: Connection, runId: string, number: number): Generator<ChainedEvent> {
  const sql = "SELECT * FROM events WHERE id BETWEEN ? AND ? ORDER BY id";
  const rows = connection.each(sql, eventRow(number, 0), lastEventRow(number));
  for (const row of rows) yield eventOf(runId, number, row);
}
