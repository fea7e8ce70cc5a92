import type { Instant } from "../../instant.ts";
import type { Connection } from "./connection.ts";
import { eventRow, lastEventRow, lastFoldRow, runRow } from "./row-ids.ts";

/** Runs are deleted so many in one transaction, so that nobody waits long. */
const batch = 100;

/** Deletes the runs that ended before a moment, each whole; their ids. With `keep` it only says which they are. */
export function pruneRuns(connection: Connection, endedBefore: Instant, keep: boolean): readonly string[] {
  const condition = "ended = 1 AND ended_at < ?";
  if (keep)
    return connection.rows(`SELECT id FROM runs WHERE ${condition}`, endedBefore).map((row) => String(row["id"]));
  const pruned: string[] = [];
  for (;;) {
    const ids = connection.write(() => {
      const rows = connection.rows(`SELECT number, id FROM runs WHERE ${condition} LIMIT ${batch}`, endedBefore);
      for (const { number } of rows) deleteRun(connection, Number(number));
      return rows.map((row) => String(row["id"]));
    });
    pruned.push(...ids);
    if (ids.length < batch) return pruned;
  }
}

function deleteRun(connection: Connection, number: number): void {
  connection.run("DELETE FROM events WHERE id BETWEEN ? AND ?", eventRow(number, 0), lastEventRow(number));
  connection.run("DELETE FROM folds WHERE id BETWEEN ? AND ?", runRow(number), lastFoldRow(number));
  connection.run("DELETE FROM keys WHERE run = ?", number);
  connection.run("DELETE FROM runs WHERE number = ?", number);
}
