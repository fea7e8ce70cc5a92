import { expect, test } from "vitest";
import { loadSqlite } from "../../../src/run/store/sqlite/load-sqlite.ts";
import { failureOf } from "../support/desk.ts";

test("a Node without SQLite is told in one clear line what is needed", async () => {
  const failure = await failureOf(() =>
    loadSqlite({ version: "v20.19.0", getBuiltinModule: () => undefined as never }),
  );
  expect(failure).toMatchObject({
    code: "run/old-node",
    message: "durable runs need Node 22.13 or newer, this is v20.19.0",
  });
});

test("the warning that a version prints about SQLite is not shown, and any other is", () => {
  const shown: unknown[] = [];
  const { emitWarning } = process;
  process.emitWarning = ((warning: unknown) => void shown.push(warning)) as typeof emitWarning;
  try {
    loadSqlite({
      version: "v22.13.0",
      getBuiltinModule: (() => {
        process.emitWarning("SQLite is an experimental feature and might change at any time");
        process.emitWarning("something else");
        return {};
      }) as never,
    });
    expect(shown).toEqual(["something else"]);
    process.emitWarning("later");
    expect(shown).toContain("later");
  } finally {
    process.emitWarning = emitWarning;
  }
});
