import { Failure } from "../../../core/failure.ts";
import { type ChainedEvent, chainHash } from "../../chain.ts";
import type { RunEvent } from "../../event.ts";
import type { Run } from "../../run.ts";
import type { RunState } from "../../run-state.ts";
import type { Step } from "../../step.ts";
import { sealOf } from "../seal.ts";
import type { Connection, SqlRow } from "./connection.ts";

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
  const row = connection.row("SELECT number, seq, head, seal, body FROM runs WHERE id = ?", id);
  return row === undefined ? undefined : storedRun(connection, id, row);
}

/** Makes a run of its row, reading its steps. */
export function storedRun(connection: Connection, id: string, row: SqlRow): StoredRun {
  const number = Number(row["number"]);
  const head = String(row["head"]);
  const body = String(row["body"]);
  const stepTexts = connection
    .rows("SELECT body FROM steps WHERE run = ? ORDER BY position", number)
    .map((step) => String(step["body"]));
  if (sealOf(head, body, stepTexts) !== row["seal"]) throw brokenHistory(connection.file, id, "its stored state");
  const run = JSON.parse(body) as Run;
  if (run.lastSeq !== Number(row["seq"])) throw brokenHistory(connection.file, id, "its event count");
  return { number, head, state: { run, steps: stepTexts.map((text) => JSON.parse(text) as Step) }, stepTexts };
}

/** Says that something other than Baton changed a run. */
export function brokenHistory(file: string, id: string, what: string): Failure {
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
    const insert = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    connection.run(insert, number, seq, revision, at, actor, kind, text, hash);
  }
  return hash;
}

/** Makes an event of its row. */
export function eventOf(runId: string, row: SqlRow): ChainedEvent {
  return {
    runId,
    seq: Number(row["seq"]),
    revision: Number(row["revision"]),
    at: String(row["at"]),
    actor: String(row["actor"]),
    kind: String(row["kind"]),
    payload: JSON.parse(String(row["payload"])),
    hash: String(row["hash"]),
  } as ChainedEvent;
}
