import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { sealOf } from "../../../src/run/store/seal.ts";
import { Connection } from "../../../src/run/store/sqlite/connection.ts";
import { migrate } from "../../../src/run/store/sqlite/migrate.ts";
import { schemaNames, schemaSeal } from "../../../src/run/store/sqlite/schema.ts";
import { failureOf } from "../support/desk.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";

const directory = temporaryDirectory();
const steps = ["CREATE TABLE a (x TEXT)", "CREATE TABLE b (x TEXT); INSERT INTO b VALUES ('made')"];

function connect(name: string): Connection {
  const file = join(directory, name);
  return new Connection(() => new DatabaseSync(file), file);
}

test("a database is brought from any version to the newest, each step once", () => {
  const connection = connect("steps.db");
  migrate(connection, steps.slice(0, 1));
  expect(connection.pragma("user_version")).toBe(1);
  migrate(connection, steps);
  migrate(connection, steps);
  expect(connection.pragma("user_version")).toBe(2);
  expect(connection.rows("SELECT x FROM b")).toEqual([{ x: "made" }]);
  connection.close();
});

test("a step that fails leaves the database at the version it had", () => {
  const connection = connect("fails.db");
  expect(() => migrate(connection, [...steps, "CREATE TABLE a (y TEXT)"])).toThrow(/already exists/);
  expect(connection.pragma("user_version")).toBe(0);
  expect(connection.rows("SELECT name FROM sqlite_schema")).toEqual([]);
  connection.close();
});

test("a version that is not known is refused", async () => {
  const connection = connect("newer.db");
  connection.execute("PRAGMA user_version = 3");
  expect((await failureOf(() => migrate(connection, steps))).code).toBe("run/newer-store");
  connection.close();
});

test("the seal of the schema is that of a database that was just made", () => {
  const connection = connect("sealed.db");
  migrate(connection);
  const rows = connection.rows("SELECT type || ' ' || name AS name, sql FROM sqlite_schema ORDER BY 1");
  expect(rows.map((row) => row["name"])).toEqual(schemaNames);
  const texts = rows.map((row) => `${row["name"]} ${row["sql"]}`);
  expect(sealOf("", "", texts)).toBe(schemaSeal);
  connection.close();
});
