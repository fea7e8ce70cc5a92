import type { RunState } from "../../run-state.ts";
import type { RunFilter } from "../../store.ts";
import type { Connection, SqlValue } from "./connection.ts";
import { readFold } from "./rows.ts";

/** The newest runs that fit a filter. */
export function listRuns(connection: Connection, filter: RunFilter): readonly RunState[] {
  const { statuses, owner, kind, includeEnded, limit } = filter;
  const values: SqlValue[] = [];
  const conditions: string[] = [];
  const where = (condition: string, ...given: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (!includeEnded) where("ended = 0");
  if (statuses !== undefined) where(`status IN (${statuses.map(() => "?").join(", ")})`, ...statuses);
  if (owner !== undefined) where("owner = ?", owner);
  if (kind !== undefined) where("kind = ?", kind);
  const filtered = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const sql = `SELECT * FROM runs ${filtered} ORDER BY number DESC LIMIT ?`;
  return connection.read(() => connection.rows(sql, ...values, limit).map((row) => readFold(connection, row).state));
}
