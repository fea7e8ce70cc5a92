import { Failure } from "../../../core/failure.ts";
import { type ChainedEvent, chainHash, chainStart } from "../../chain.ts";
import type { EventEnvelope } from "../../event.ts";
import { hasEnded, type Run } from "../../run.ts";
import type { RunState } from "../../run-state.ts";
import type { Step } from "../../step.ts";
import { sealOf } from "../seal.ts";
import type { Connection, SqlRow, SqlValue } from "./connection.ts";
import { eventRow, lastFoldRow, runRow } from "./row-ids.ts";

/** A run as it lies in the database: its number there, the end of its chain, its seal, and the texts its state was read from. */
export interface StoredRun {
  readonly number: number;
  readonly head: string;
  readonly seal: string;
  readonly state: RunState;
  readonly stepTexts: readonly string[];
}

/**
 * Reads a run by its id.
 * @throws Failure run/broken-history when its rows are not the ones that were written
 */
export function readRun(connection: Connection, id: string): StoredRun | undefined {
  const row = connection.row("SELECT * FROM runs WHERE id = ?", id);
  if (row !== undefined) return readFold(connection, row);
  // That there is no such run is said only when the table says so, and not its index alone.
  const lost = connection.row("SELECT number FROM runs NOT INDEXED WHERE id = ?", id);
  if (lost !== undefined) throw brokenHistory(connection.file, id, "the index entry");
  return undefined;
}

/** Whether a run still lies in the database as it was read. */
export function isCurrent(connection: Connection, { number, seal }: StoredRun): boolean {
  return connection.row("SELECT seal FROM folds WHERE id = ?", runRow(number))?.["seal"] === seal;
}

/**
 * Reads a run by its row in `runs`.
 * @throws Failure run/broken-history
 */
export function readFold(connection: Connection, row: SqlRow): StoredRun {
  const number = Number(row["number"]);
  const sql = "SELECT body, head, seal FROM folds WHERE id BETWEEN ? AND ? ORDER BY id";
  const [first, ...steps] = connection.rows(sql, runRow(number), lastFoldRow(number));
  const { body, head, seal } = first ?? {};
  const stepTexts = steps.map((step) => String(step["body"]));
  const run = typeof body === "string" && sealOf(String(head), body, stepTexts) === seal ? parseRun(body) : undefined;
  if (run === undefined || !fits(run, row)) throw brokenHistory(connection.file, String(row["id"]), "the stored state");
  const state = { run, steps: stepTexts.map(parseStep) };
  return { number, head: String(head), seal: String(seal), state, stepTexts };
}

/** What is looked up about a run, in the order of the columns of `runs` after its number. */
export function lookupOf({ id, status, endedAt, owner, kind }: Run): readonly SqlValue[] {
  return [id, status, hasEnded(status) ? 1 : 0, endedAt, owner, kind];
}

function fits(run: Run, { id, status, ended, ended_at: endedAt, owner, kind }: SqlRow): boolean {
  const [...columns] = [id, status, ended, endedAt, owner, kind];
  return lookupOf(run).every((value, at) => value === columns[at]);
}

function parseRun(text: string): Run {
  return JSON.parse(text) as Run;
}

function parseStep(text: string): Step {
  return JSON.parse(text) as Step;
}

/** Says that something other than Baton changed a run. */
export function brokenHistory(file: string, id: string, what: string): Failure {
  return new Failure("run/broken-history", `${what} of the run "${id}" is not the one that was written`, {
    where: { file },
    hint: `baton run verify ${id} says where; do not go on with this run`,
  });
}

/** Appends events that are tied to the end of their run's chain. */
export function insertEvents(connection: Connection, number: number, events: readonly ChainedEvent[]): void {
  for (const { seq, revision, at, actor, kind, payload, hash } of events) {
    const insert = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)";
    connection.run(insert, eventRow(number, seq), revision, at, actor, kind, JSON.stringify(payload), hash);
  }
}

/** The columns of an event that `checkedEvent` needs: with the hash of the one before it. */
export const eventColumns = "*, (SELECT hash FROM events AS earlier WHERE earlier.id = events.id - 1) AS before";

/**
 * Makes an event of its row, and checks it against its own hash and that of the event before it.
 * @throws Failure run/broken-history
 */
export function checkedEvent(connection: Connection, runId: string, number: number, row: SqlRow): ChainedEvent {
  const before = typeof row["before"] === "string" ? row["before"] : chainStart;
  const envelope = envelopeOf(runId, number, row);
  if (chainHash(before, envelope, String(row["payload"])) === row["hash"]) return eventOf(runId, number, row);
  throw brokenHistory(connection.file, runId, `event ${envelope.seq}`);
}

/**
 * Makes an event of its row, unchecked.
 * @throws SyntaxError when its payload is no JSON any more
 */
export function eventOf(runId: string, number: number, row: SqlRow): ChainedEvent {
  const payload = JSON.parse(String(row["payload"]));
  return { ...envelopeOf(runId, number, row), payload, hash: String(row["hash"]) } as ChainedEvent;
}

function envelopeOf(runId: string, number: number, row: SqlRow): EventEnvelope & { readonly kind: string } {
  return {
    runId,
    seq: Number(row["id"]) - eventRow(number, 0),
    revision: Number(row["revision"]),
    at: String(row["at"]),
    actor: String(row["actor"]),
    kind: String(row["kind"]),
  };
}
