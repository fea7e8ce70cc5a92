import { Failure } from "../../../core/failure.ts";
import { closedList } from "../../../core/suggest.ts";
import type { RunStore } from "../../store.ts";
import { checkFile } from "./check-file.ts";
import { Connection } from "./connection.ts";
import { createFile } from "./create-file.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { migrate } from "./migrate.ts";
import { schemaNames } from "./schema.ts";
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
  const connection = new Connection(() => new DatabaseSync(file), file);
  try {
    migrate(connection);
    checkSchema(connection);
    checkPages(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return sqliteStore(connection);
}

function emptyConnection(
  open: () => InstanceType<ReturnType<typeof loadSqlite>["DatabaseSync"]>,
  file: string,
): Connection {
  const connection = new Connection(open, file);
  migrate(connection);
  return connection;
}

/** A table, view or trigger that Baton did not make could answer in the place of its own. */
function checkSchema(connection: Connection): void {
  const rows = connection.rows("SELECT type || ' ' || name AS name FROM sqlite_schema ORDER BY 1");
  const names = rows.map((row) => String(row["name"]));
  if (names.join("\n") === schemaNames.join("\n")) return;
  const odd = [
    ...names.filter((name) => !schemaNames.includes(name)),
    ...schemaNames.filter((name) => !names.includes(name)),
  ];
  throw new Failure("run/foreign-store", `the store of runs is not one of Baton's: ${closedList(odd)} differs`, {
    hint: "move it away, then restore a backup or: baton run import <export>",
    where: { file: connection.file },
  });
}

function checkPages(connection: Connection): void {
  if (connection.pragma("page_count") * connection.pragma("page_size") > checkedWhole) return;
  const says = String(Object.values(connection.row("PRAGMA quick_check(1)") ?? {})[0]);
  if (says === "ok") return;
  throw new Failure("run/corrupt-store", `the store of runs is damaged: ${says.replaceAll("\n", " ")}`, {
    hint: "move it away with its -wal and -shm, then restore a backup or: baton run import <export>",
    where: { file: connection.file },
  });
}
