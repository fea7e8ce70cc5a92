import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { sqliteCode, sqliteFailure } from "./sqlite-failure.ts";

/** A value SQLite takes or gives. */
export type SqlValue = SQLInputValue;
export type SqlRow = Readonly<Record<string, unknown>>;

/** SQLite waits this long for another process's write; then we ask again, so often. */
const busyTimeoutMs = 2_500;
const busyTries = 4;

/** An open database: its statements, prepared once, and its transactions. Everything in it happens at once, without waiting. */
export class Connection {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws Failure run/… when SQLite does not take the file */
  constructor(open: () => DatabaseSync, file: string) {
    this.file = file;
    try {
      this.#database = open();
    } catch (error) {
      throw sqliteFailure(error, file);
    }
    this.#guard(() => {
      this.#database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
      // A file may come from anybody's repository: nothing in its schema is to run anything.
      this.#database.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL");
    });
  }

  /** Runs statements that give nothing back. */
  execute(sql: string): void {
    this.#guard(() => this.#database.exec(sql));
  }

  /** Runs a statement; the number of rows it changed. */
  run(sql: string, ...values: SqlValue[]): number {
    return this.#guard(() => Number(this.#prepared(sql).run(...values).changes));
  }

  row(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.#guard(() => this.#prepared(sql).get(...values));
  }

  rows(sql: string, ...values: SqlValue[]): readonly SqlRow[] {
    return this.#guard(() => this.#prepared(sql).all(...values));
  }

  /** Rows one at a time. No other statement may change the database meanwhile. */
  *each(sql: string, ...values: SqlValue[]): Generator<SqlRow> {
    const rows = this.#guard(() => this.#prepared(sql).iterate(...values));
    for (;;) {
      const { value, done } = this.#guard(() => rows.next());
      if (done === true) return;
      yield value as SqlRow;
    }
  }

  /** The number that a PRAGMA gives. */
  pragma(name: string): number {
    return Number(Object.values(this.row(`PRAGMA ${name}`) ?? {})[0]);
  }

  /**
   * Does work in one transaction that nobody else's write can come into. Kept when `keep` says so about its result, else
   * undone, as after an error.
   * @throws Failure run/busy after about ten seconds of waiting
   */
  write<T>(work: () => T, keep: (result: T) => boolean = () => true): T {
    this.#begin();
    let result: T;
    try {
      result = work();
      this.run(keep(result) ? "COMMIT" : "ROLLBACK");
    } catch (error) {
      this.#rollBack();
      throw error;
    }
    return result;
  }

  /** Does work that reads one state of the database, whatever others write meanwhile. */
  read<T>(work: () => T): T {
    this.run("BEGIN");
    try {
      return work();
    } finally {
      this.#rollBack();
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #begin(): void {
    for (let tries = 1; ; tries++) {
      try {
        this.#prepared("BEGIN IMMEDIATE").run();
        return;
      } catch (error) {
        if (((sqliteCode(error) ?? 0) & 0xff) !== 5 || tries === busyTries) throw sqliteFailure(error, this.file);
      }
    }
  }

  /** SQLite itself ends a transaction after some errors: then there is nothing left to undo. */
  #rollBack(): void {
    try {
      this.#prepared("ROLLBACK").run();
    } catch {
      // Already undone.
    }
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw sqliteFailure(error, this.file);
    }
  }
}
