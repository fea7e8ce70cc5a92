import { Failure } from "../../../core/failure.ts";
import { type ChainedEvent, chainHash, chainStart } from "../../chain.ts";
import type { EventEnvelope, RunEvent } from "../../event.ts";
import type { Run } from "../../run.ts";
import type { RunState } from "../../run-state.ts";
import type { Step } from "../../step.ts";
import { sealOf } from "../seal.ts";
import type { Connection, SqlRow } from "./connection.ts";
import { eventRow, lastFoldRow, runRow } from "./row-ids.ts";

/** A run as it lies in the database: its number there, the end of its chain, and the texts its state was read from. */
export interface StoredRun {
  readonly number: number;
  readonly head: string;
  readonly state: RunState;
  readonly stepTexts: readonly string[];
}

/**
 * Reads a run by its id.
 * @throws Failure run/broken-history when its rows are not the ones that were written
 */
export function readRun(connection: Connection, id: string): StoredRun | undefined {
  const row = connection.row("SELECT number FROM runs WHERE id = ?", id);
  return row === undefined ? undefined : readNumber(connection, id, Number(row["number"]));
}

/**
 * Reads a run by its number.
 * @throws Failure run/broken-history
 */
export function readNumber(connection: Connection, id: string, number: number): StoredRun {
  const sql = "SELECT body, head, seal FROM folds WHERE id BETWEEN ? AND ? ORDER BY id";
  const [first, ...steps] = connection.rows(sql, runRow(number), lastFoldRow(number));
  const { body, head, seal } = first ?? {};
  const stepTexts = steps.map((step) => String(step["body"]));
  const run = typeof body === "string" && sealOf(String(head), body, stepTexts) === seal ? parseRun(body) : undefined;
  if (run?.id !== id) throw brokenHistory(connection.file, id, "the stored state");
  return { number, head: String(head), state: { run, steps: stepTexts.map(parseStep) }, stepTexts };
}

function parseRun(text: string): Run {
  return JSON.parse(text) as Run;
}

function parseStep(text: string): Step {
  return JSON.parse(text) as Step;
}

function brokenHistory(file: string, id: string, what: string): Failure {
  return new Failure("run/broken-history", `${what} of the run "${id}" is not the one that was written`, {
    where: { file },
    hint: `baton run verify ${id} says where; do not go on with this run`,
  });
}

/** Appends events; the hash of the last one, which is the chain's new end. */
export function insertEvents(
  connection: Connection,
  number: number,
  events: readonly RunEvent[],
  head: string,
): string {
  let hash = head;
  for (const event of events) {
    const { seq, revision, at, actor, kind, payload } = event;
    const text = JSON.stringify(payload);
    hash = chainHash(hash, event, text);
    const insert = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)";
    connection.run(insert, eventRow(number, seq), revision, at, actor, kind, text, hash);
  }
  return hash;
}

/** The columns of an event, with the hash of the one before it. */
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
