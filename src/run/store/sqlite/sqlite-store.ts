import type { ChainedEvent } from "../../chain.ts";
import type { EventFilter, EventMark, RunHistory, RunStore, SeenRun } from "../../store.ts";
import type { Connection } from "./connection.ts";
import { insertKey, keysOf } from "./keys.ts";
import { listRuns } from "./list-runs.ts";
import { changeRun, openRun } from "./operate.ts";
import { pruneRuns } from "./prune-runs.ts";
import { RecentRuns } from "./recent-runs.ts";
import { eventRow, lastEventRow } from "./row-ids.ts";
import { brokenHistory, checkedEvent, eventColumns, eventOf, isCurrent, readRun, type StoredRun } from "./rows.ts";
import { verifyRuns } from "./verify-runs.ts";
import { insertRun } from "./write-run.ts";

/** The store on a SQLite database that is open, checked and of the newest version. */
export function sqliteStore(connection: Connection): RunStore {
  const recent = new RecentRuns();
  return {
    open: async (operation) => openRun(connection, operation),
    change: async (runId, operation) => changeRun(connection, recent, runId, operation),
    load: async (runId) => connection.read(() => loadRun(connection, recent, runId)?.state),
    seen: async (runId, after) => connection.read(() => seenRun(connection, recent, runId, after)),
    find: async (prefix, limit) => {
      const sql = "SELECT id FROM runs WHERE id >= ? AND id < ? ORDER BY id LIMIT ?";
      return connection.rows(sql, prefix, `${prefix}\u{10FFFF}`, limit).map((row) => String(row["id"]));
    },
    events: async (runId, filter) => newestEvents(connection, runId, filter),
    list: async (filter) => listRuns(connection, filter),
    ids: async () => connection.rows("SELECT id FROM runs ORDER BY number").map((row) => String(row["id"])),
    history: async (runId) => readHistory(connection, runId),
    restore: async (history) => restoreRun(connection, history),
    prune: async (endedBefore, keep) => pruneRuns(connection, endedBefore, keep),
    verify: async (runId) => verifyRuns(connection, runId),
    randomBytes: (count) => connection.row("SELECT randomblob(?) AS bytes", count)?.["bytes"] as Uint8Array,
    close: async () => connection.close(),
  };
}

function loadRun(connection: Connection, recent: RecentRuns, runId: string): StoredRun | undefined {
  const kept = recent.get(runId);
  if (kept !== undefined && isCurrent(connection, kept)) return kept;
  const stored = readRun(connection, runId);
  if (stored !== undefined) recent.keep(stored);
  return stored;
}

function seenRun(
  connection: Connection,
  recent: RecentRuns,
  runId: string,
  after: EventMark | undefined,
): SeenRun | undefined {
  const stored = loadRun(connection, recent, runId);
  if (stored === undefined) return undefined;
  const { number, state, head } = stored;
  const known = connection.row("SELECT hash FROM events WHERE id = ?", eventRow(number, after?.seq ?? 0))?.["hash"];
  const isLater = after !== undefined && known === after.hash;
  const kinds = "('run_opened', 'observed', 'approval_decided')";
  const sql = `SELECT * FROM events WHERE (id = ? OR id BETWEEN ? AND ?) AND kind IN ${kinds} ORDER BY id`;
  const [first, from] = [eventRow(number, 1), eventRow(number, isLater ? after.seq + 1 : 0)];
  const rows = connection.rows(sql, first, from, lastEventRow(number));
  const events = rows.map((row) => eventOf(runId, number, row));
  return { state, last: { seq: state.run.lastSeq, hash: head }, events, isLater };
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
    const sql = `SELECT ${eventColumns} FROM events WHERE id BETWEEN ? AND ? ORDER BY id`;
    const events = connection
      .rows(sql, eventRow(number, 0), lastEventRow(number))
      .map((row) => checkedEvent(connection, runId, number, row));
    if (events.at(-1)?.hash !== stored.head) throw brokenHistory(connection.file, runId, "the newest event");
    return { events, keys: keysOf(connection, number) };
  });
}

function restoreRun(connection: Connection, { events, keys }: RunHistory): "added" | "taken" | "conflict" {
  return connection.write(
    () => {
      const inserted = insertRun(connection, events);
      if (inserted === undefined) return "taken";
      const free = keys.every((key) => insertKey(connection, inserted.number, key));
      return free ? "added" : "conflict";
    },
    (result) => result === "added",
  );
}
