import type { ChainedEvent } from "../../chain.ts";
import type { EventFilter, RunHistory, RunStore } from "../../store.ts";
import type { Connection } from "./connection.ts";
import { listRuns } from "./list-runs.ts";
import { changeRun, openRun } from "./operate.ts";
import { pruneRuns } from "./prune-runs.ts";
import { eventRow } from "./row-ids.ts";
import { checkedEvent, eventColumns, readRun } from "./rows.ts";
import { eventsOf, verifyRuns } from "./verify-runs.ts";
import { insertRun } from "./write-run.ts";

/** The store on a SQLite database that is open, checked and of the newest version. */
export function sqliteStore(connection: Connection): RunStore {
  return {
    open: async (runId, operation) => openRun(connection, runId, operation),
    change: async (runId, operation) => changeRun(connection, runId, operation),
    load: async (runId) => connection.read(() => readRun(connection, runId)?.state),
    find: async (prefix, limit) => {
      const sql = "SELECT id FROM runs WHERE id >= ? AND id < ? ORDER BY id LIMIT ?";
      return connection.rows(sql, prefix, `${prefix}\u{10FFFF}`, limit).map((row) => String(row["id"]));
    },
    events: async (runId, filter) => newestEvents(connection, runId, filter),
    list: async (filter) => listRuns(connection, filter),
    ids: async () => connection.rows("SELECT id FROM runs ORDER BY number").map((row) => String(row["id"])),
    history: async (runId) => readHistory(connection, runId),
    restore: async (runId, history) => restoreRun(connection, runId, history),
    prune: async (endedBefore, keep) => pruneRuns(connection, endedBefore, keep),
    verify: async (runId) => verifyRuns(connection, runId),
    close: async () => connection.close(),
  };
}

function newestEvents(connection: Connection, runId: string, filter: EventFilter): ChainedEvent[] {
  const { afterSeq = 0, untilSeq = Number.MAX_SAFE_INTEGER, since = "", limit } = filter;
  return connection.read(() => {
    const number = Number(connection.row("SELECT number FROM runs WHERE id = ?", runId)?.["number"]);
    if (Number.isNaN(number)) return [];
    const sql = `SELECT ${eventColumns} FROM events WHERE id BETWEEN ? AND ? AND at >= ? ORDER BY id DESC LIMIT ?`;
    return connection
      .rows(sql, eventRow(number, afterSeq) + 1, eventRow(number, untilSeq), since, limit)
      .map((row) => checkedEvent(connection, runId, number, row));
  });
}

function readHistory(connection: Connection, runId: string): RunHistory | undefined {
  return connection.read(() => {
    const stored = readRun(connection, runId);
    if (stored === undefined) return undefined;
    const { number } = stored;
    const keys = connection.rows("SELECT key, fingerprint, answer FROM keys WHERE run = ? ORDER BY key", number);
    return {
      events: [...eventsOf(connection, runId, number)],
      keys: keys.map(({ key, fingerprint, answer }) => ({
        key: String(key),
        fingerprint: String(fingerprint),
        answer: JSON.parse(String(answer)) as object,
      })),
    };
  });
}

function restoreRun(
  connection: Connection,
  runId: string,
  { events, keys }: RunHistory,
): "added" | "taken" | "conflict" {
  return connection.write(
    () => {
      const inserted = insertRun(connection, runId, events);
      if (inserted === undefined) return "taken";
      for (const { key, fingerprint, answer } of keys) {
        const sql = "INSERT INTO keys VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
        const added = connection.run(sql, key, inserted.number, fingerprint, JSON.stringify(answer));
        if (added === 0) return "conflict";
      }
      return "added";
    },
    (result) => result === "added",
  );
}
