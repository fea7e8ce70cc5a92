import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openStore } from "../../../src/run/store/sqlite/open-store.ts";
import { applicationId } from "../../../src/run/store/sqlite/schema.ts";
import { Desk, failureOf } from "../support/desk.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";

const directory = temporaryDirectory();
let count = 0;
function place(): string {
  const own = join(directory, String(count++));
  mkdirSync(own);
  return join(own, "runs.db");
}

async function filled(file: string): Promise<string> {
  const desk = new Desk(openStore(file, { create: true }));
  const id = await desk.open();
  await desk.context.store.close();
  return id;
}

function sql(file: string, ...statements: string[]): void {
  const database = new DatabaseSync(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}

const refusal = (file: string) => failureOf(() => openStore(file, { create: true }));

test("a store is made whole, for its user alone, and hidden from git", async () => {
  const file = join(directory, "new", ".baton", "runs.db");
  await openStore(file, { create: true }).close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(directory, "new", ".baton")).sort()).toEqual([".gitignore", "runs.db"]);
  expect(readFileSync(join(directory, "new", ".baton", ".gitignore"), "utf8")).toContain("runs.db*");
});

test("a .gitignore that is there already is left alone", async () => {
  const file = place();
  writeFileSync(join(file, "..", ".gitignore"), "mine\n");
  await openStore(file, { create: true }).close();
  expect(readFileSync(join(file, "..", ".gitignore"), "utf8")).toBe("mine\n");
});

test("asking a store that does not exist makes none", async () => {
  const file = join(directory, "nothing", ".baton", "runs.db");
  const store = openStore(file, { create: false });
  expect(await store.ids()).toEqual([]);
  await store.close();
  expect(existsSync(join(directory, "nothing"))).toBe(false);
});

test("it writes ahead, waits for the disk, and trusts no schema", async () => {
  const file = place();
  const store = openStore(file, { create: true });
  const database = new DatabaseSync(file);
  expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
  expect(database.prepare("PRAGMA application_id").get()).toEqual({ application_id: applicationId });
  database.close();
  await store.close();
});

test("a file that is no database is refused and left as it is", async () => {
  const file = place();
  writeFileSync(file, "notes of mine\n".repeat(100));
  expect(await refusal(file)).toMatchObject({ code: "run/not-a-store", where: { file } });
  expect(readFileSync(file, "utf8")).toBe("notes of mine\n".repeat(100));
});

test("a database of something else is refused and left as it is", async () => {
  const file = place();
  sql(file, "CREATE TABLE notes (text TEXT)");
  const before = readFileSync(file);
  expect((await refusal(file)).code).toBe("run/foreign-store");
  expect(readFileSync(file)).toEqual(before);
});

test("a symlink and a directory in the store's place are refused", async () => {
  const [real, link, folder] = [place(), place(), place()];
  await filled(real);
  symlinkSync(real, link);
  mkdirSync(folder);
  for (const file of [link, folder]) expect((await refusal(file)).code).toBe("run/not-a-store");
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

test("an empty file is a store that was cut, not a new one", async () => {
  const file = place();
  writeFileSync(file, "");
  expect(await refusal(file)).toMatchObject({
    code: "run/corrupt-store",
    hint: expect.stringContaining("restore a backup"),
  });
});

test("a store of a newer version is refused", async () => {
  const file = place();
  await filled(file);
  sql(file, "PRAGMA user_version = 99");
  expect(await refusal(file)).toMatchObject({
    code: "run/newer-store",
    message: "the store of runs has version 99, this Baton knows 1",
    hint: expect.stringContaining("newer Baton"),
  });
});

test("a table, view or trigger that Baton did not make is refused", async () => {
  for (const statement of [
    "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM runs; END",
    "CREATE VIEW v AS SELECT * FROM runs",
    "DROP TABLE keys",
  ]) {
    const file = place();
    await filled(file);
    sql(file, statement);
    expect((await refusal(file)).code).toBe("run/foreign-store");
  }
});

test("rows changed by hand are refused when the run is read, and verify says so", async () => {
  for (const [statement, words] of [
    [
      `UPDATE folds SET body = replace(body, '"pending"', '"completed"') WHERE id % 1024 > 0`,
      "its stored state was changed by hand",
    ],
    [
      `UPDATE folds SET body = replace(body, '"general"', '"special"') WHERE id % 1024 = 0`,
      "its stored state was changed by hand",
    ],
    ["DELETE FROM folds WHERE id % 1024 = 2", "its stored state was changed by hand"],
  ] as const) {
    const file = place();
    const id = await filled(file);
    sql(file, statement);
    const store = openStore(file, { create: false });
    expect((await failureOf(store.load(id))).code).toBe("run/broken-history");
    expect(await store.verify()).toEqual([{ runId: id, message: words }]);
    await store.close();
  }
});

test("events changed, taken away or added by hand are found by verify, whatever else still fits", async () => {
  for (const [statement, words] of [
    ["UPDATE events SET actor = 'ann' WHERE id & 67108863 = 2", "event 2 is not the one that was written"],
    ["UPDATE events SET payload = '{' WHERE id & 67108863 = 2", "a row of it is no JSON any more"],
    ["DELETE FROM events WHERE id & 67108863 = 2", "event 2 is missing"],
    ["DELETE FROM events WHERE id = (SELECT max(id) FROM events)", "events are missing at its end"],
    ["UPDATE runs SET status = 'stopped'", "its stored state was changed by hand"],
  ] as const) {
    const file = place();
    const desk = new Desk(openStore(file, { create: true }));
    const id = await desk.open();
    await desk.update(id, { step_key: "doctor", step_status: "completed" });
    await desk.context.store.close();
    sql(file, statement);
    const store = openStore(file, { create: false });
    expect(await store.verify(id)).toEqual([{ runId: id, message: expect.stringContaining(words) }]);
    await store.close();
  }
});

test("rows that belong to no run are found by verify", async () => {
  const file = place();
  await filled(file);
  sql(file, "INSERT INTO keys VALUES ('k', 77, 'f', '{}', '')");
  const store = openStore(file, { create: false });
  expect(await store.verify()).toEqual([{ runId: null, message: '1 rows of "keys" belong to no run' }]);
  await store.close();
});
