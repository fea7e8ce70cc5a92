import { Failure } from "../../../core/failure.ts";
import { closedList } from "../../../core/suggest.ts";
import type { RunStore } from "../../store.ts";
import { sealOf } from "../seal.ts";
import { checkFile } from "./check-file.ts";
import { Connection } from "./connection.ts";
import { createFile } from "./create-file.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { migrate } from "./migrate.ts";
import { schemaNames, schemaSeal } from "./schema.ts";
import { openingFailure } from "./sqlite-failure.ts";
import { sqliteStore } from "./sqlite-store.ts";

/** Files up to this size are checked whole when they are opened; of larger ones every run is, when it is read. */
const checkedWhole = 1_000_000;

/**
 * Opens the store in a file and checks it. Where there is none, `create` makes one; without it, what is read is empty.
 * @throws Failure run/old-node, run/not-a-store, run/foreign-store, run/corrupt-store, run/newer-store, run/read-only, run/busy
 */
export function openStore(file: string, { create }: { readonly create: boolean }): RunStore {
  const { DatabaseSync } = loadSqlite();
  if (!checkFile(file)) {
    if (!create) return sqliteStore(emptyConnection(() => new DatabaseSync(":memory:"), file));
    createFile(file);
    if (!checkFile(file)) throw new Error("a store that was just made is not there");
  }
  let connection: Connection | undefined;
  try {
    connection = new Connection(() => new DatabaseSync(file), file);
    migrate(connection);
    checkSchema(connection);
    checkPages(connection);
    return sqliteStore(connection);
  } catch (error) {
    connection?.close();
    throw openingFailure(error, file);
  }
}

function emptyConnection(
  open: () => InstanceType<ReturnType<typeof loadSqlite>["DatabaseSync"]>,
  file: string,
): Connection {
  const connection = new Connection(open, file);
  migrate(connection);
  return connection;
}

/** A table, view or trigger that Baton did not make, or made otherwise, could answer in the place of its own. */
function checkSchema(connection: Connection): void {
  const rows = connection.rows("SELECT type || ' ' || name AS name, sql FROM sqlite_schema ORDER BY 1");
  const names = rows.map((row) => String(row["name"]));
  const odd = [
    ...names.filter((name) => !schemaNames.includes(name)),
    ...schemaNames.filter((name) => !names.includes(name)),
  ];
  const seal = sealOf(
    "",
    "",
    rows.map((row) => `${row["name"]} ${row["sql"]}`),
  );
  if (odd.length === 0 && seal === schemaSeal) return;
  const what = odd.length === 0 ? "its tables" : closedList(odd);
  throw new Failure("run/foreign-store", `the store of runs is not one of Baton's: ${what} differ`, {
    hint: "move it away, then restore a backup or: baton run import <export>",
    where: { file: connection.file },
  });
}

function checkPages(connection: Connection): void {
  if (connection.pragma("page_count") * connection.pragma("page_size") > checkedWhole) return;
  const says = String(Object.values(connection.row("PRAGMA integrity_check(1)") ?? {})[0]);
  if (says === "ok") return;
  throw new Failure("run/corrupt-store", `the store of runs is damaged: ${says.replaceAll("\n", " ")}`, {
    hint: "move it away with its -wal and -shm, then restore a backup or: baton run import <export>",
    where: { file: connection.file },
  });
}
