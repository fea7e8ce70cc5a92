import { expect, test } from "vitest";
import { reportFailure } from "../../src/cli/report-failure.ts";
import { version } from "../../src/cli/version.ts";
import { diagnose } from "../../src/core/diagnostic.ts";
import { Failure } from "../../src/core/failure.ts";
import { baton, fakeIo } from "../helpers/fake-io.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

function reported(error: unknown, argv: readonly string[] = ["validate"], cwd = "/nowhere") {
  const { io, printed } = fakeIo({ cwd });
  return { status: reportFailure(error, argv, io), ...printed() };
}

test.each([["--json"], ["--format", "json"], ["--format=json"]])(
  "with %s a failure is JSON on standard output",
  async (...words) => {
    const { out, err, status } = await baton(["validate", "none.json", ...words]);
    expect({ err, status }).toEqual({ err: "", status: 3 });
    expect(JSON.parse(out)).toEqual({
      ok: false,
      error: {
        code: "parse/unreadable",
        message: "there is no such file",
        hint: "check the path",
        where: { file: "none.json" },
        findings: [],
      },
    });
  },
);

test("a wrong call is JSON as well, where JSON is asked for", async () => {
  const { out, err, status } = await baton(["validate", "--json", "--frob"]);
  expect({ err, status }).toEqual({ err: "", status: 2 });
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    error: { code: "cli/usage", message: "unknown option '--frob'" },
  });
});

test("a failure in a file shows its line", () => {
  const cwd = temporaryFiles({ "a.yaml": "one: 1\ntwo: [\n" });
  const where = { file: "a.yaml", span: { line: 2, column: 6, length: 1 } };
  expect(reported(new Failure("parse/yaml", "it is not closed", { where, hint: "close it" }), [], cwd)).toEqual({
    status: 3,
    out: "",
    err: "a.yaml:2:6: error: it is not closed [parse/yaml]\n  2 | two: [\n    |      ^\n  hint: close it\n",
  });
});

test("a failure without a place comes before its further findings and its hint", () => {
  const findings = [diagnose("parse/yaml", { message: "m", where: { file: "b.yaml" } })];
  expect(reported(new Failure("cli/usage", "no", { status: 2, findings, hint: "do\nthis" }))).toEqual({
    status: 2,
    out: "",
    err: "baton: error: no [cli/usage]\nb.yaml: error: m [parse/yaml]\n  hint: do\nthis\n",
  });
});

test("anything else that is thrown is a bug of Baton's, told with what a report needs", () => {
  const { out, err, status } = reported(new TypeError("x is not a function"), ["validate", "a\u001b.json"]);
  expect({ out, status }).toEqual({ out: "", status: 3 });
  expect(err).toContain("this is a bug in Baton, not in your input. Please report it with these lines:\n");
  expect(err).toContain(
    `  baton ${version}, node ${process.version}, ${process.platform}; baton validate a\uFFFD.json\n`,
  );
  expect(err).toMatch(/\nTypeError: x is not a function\n {4}at .*failure\.test\.ts/);
});

test.each([
  [new TypeError("x"), "TypeError: x"],
  ["a text", "a text"],
  [undefined, "undefined"],
])("a bug is JSON too, where JSON is asked for: %s", (error, message) => {
  const { out, err, status } = reported(error, ["validate", "--json"]);
  expect({ err, status }).toEqual({ err: "", status: 3 });
  const report = JSON.parse(out) as { error: { message: string } };
  expect(report).toMatchObject({ ok: false, error: { code: "cli/bug" } });
  expect(report.error.message.startsWith(message)).toBe(true);
});

test("an error inside a command ends as a bug report, not as an exception", async () => {
  const { io, printed } = fakeIo();
  const { runCli } = await import("../../src/cli/main.ts");
  const broken = { ...io, readStdin: () => Promise.reject(new TypeError("stdin is broken")) };
  expect(await runCli(["validate", "--stdin", "--agent", "solver"], broken)).toBe(3);
  expect(printed().err).toContain("TypeError: stdin is broken");
});
