import { Failure } from "../../../core/failure.ts";
import type { Idempotency, KeptKey, Outcome } from "../../store.ts";
import { sealOf } from "../seal.ts";
import type { Connection, SqlRow } from "./connection.ts";

/** Takes a key for a request: the unique index says whether it was free. If not, what came before under it. */
export function claimKey(connection: Connection, { key, fingerprint }: Idempotency): Outcome | undefined {
  const sql = "INSERT INTO keys VALUES (?, 0, ?, '', '') ON CONFLICT DO NOTHING";
  if (connection.run(sql, key, fingerprint) === 1) return undefined;
  const row = connection.row("SELECT * FROM keys WHERE key = ?", key) ?? {};
  const kept = keptKey(connection, row);
  return kept.fingerprint === fingerprint ? { kind: "reused", answer: kept.answer } : { kind: "conflict" };
}

/** Keeps the answer to a request whose key was claimed. */
export function keepAnswer(connection: Connection, run: number, { key, fingerprint }: Idempotency, told: object): void {
  const answer = JSON.stringify(told);
  const sql = "UPDATE keys SET run = ?, answer = ?, seal = ? WHERE key = ?";
  connection.run(sql, run, answer, sealOf(key, fingerprint, [answer]), key);
}

/** Adds a key with its answer; false when it is in use. */
export function insertKey(connection: Connection, run: number, kept: KeptKey): boolean {
  if (claimKey(connection, kept) !== undefined) return false;
  keepAnswer(connection, run, kept, kept.answer);
  return true;
}

/** The keys of a run. */
export function keysOf(connection: Connection, run: number): KeptKey[] {
  return connection.rows("SELECT * FROM keys WHERE run = ? ORDER BY key", run).map((row) => keptKey(connection, row));
}

function keptKey(connection: Connection, row: SqlRow): KeptKey {
  const [key, fingerprint, answer] = [String(row["key"]), String(row["fingerprint"]), String(row["answer"])];
  if (sealOf(key, fingerprint, [answer]) === row["seal"]) return { key, fingerprint, answer: JSON.parse(answer) };
  throw new Failure("run/broken-history", `the idempotency key "${key}" is not the one that was written`, {
    where: { file: connection.file },
    hint: "do not go on with this run: baton run verify says what else was changed",
  });
}
