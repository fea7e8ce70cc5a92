import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import { xmlProblem } from "../helpers/xml-problem.ts";

const files = {
  "runs/quality-fixer.01.json": '{"status": "approved"}',
  "runs/quality-fixer.02.json": '```\n{"status": "approved"}\n```',
  "runs/quality-fixer.03.json": '{\n  "status": "aproved"\n}',
};
const run = (...words: readonly string[]) => baton(["validate", "runs", ...words], { cwd: temporaryFiles(files) });

test("JSON holds the tally and every answer with its findings and its route", async () => {
  const { out, err, status } = await run("--json");
  expect({ err, status }).toEqual({ err: "", status: 1 });
  const where = (file: string, line: number, column: number, length: number) => ({
    file,
    span: { line, column, length },
  });
  const [first, second, third] = Object.keys(files) as [string, string, string];
  const proceed = {
    agent: "quality-fixer",
    valid: true,
    route: "proceed",
    next: "Go on with the next step.",
    decidedBy: { field: "status", value: "approved" },
    answer: { status: "approved" },
  };
  expect(JSON.parse(out)).toEqual({
    ok: false,
    errors: 1,
    warnings: 1,
    answers: [
      { file: first, ...proceed, findings: [] },
      {
        file: second,
        ...proceed,
        findings: [
          {
            code: "response/fenced",
            severity: "warning",
            message: "the payload stands in a code fence",
            where: where(second, 2, 1, 1),
          },
        ],
      },
      {
        file: third,
        agent: "quality-fixer",
        valid: false,
        route: "revise",
        next: "Send the findings back to quality-fixer and ask for the corrected JSON alone; after 2 attempts, put it before the user.",
        answer: { status: "aproved" },
        findings: [
          {
            code: "response/unknown-value",
            severity: "error",
            message: '"status" is "aproved", not one of "approved", "blocked", "stub_detected"',
            hint: 'did you mean "approved"?',
            where: { pointer: "/status", ...where(third, 2, 13, 9) },
          },
        ],
      },
    ],
  });
});

test("JSON says that nothing is wrong when nothing is", async () => {
  const { out } = await baton(["validate", "--stdin", "--agent", "quality-fixer", "--format", "json"], {
    stdin: '{"status": "approved"}',
  });
  expect(JSON.parse(out)).toMatchObject({ ok: true, errors: 0, warnings: 0, answers: [{ valid: true }] });
});

test("SARIF holds a result for each finding, in its file", async () => {
  const { out, status } = await run("--format", "sarif");
  const { version, runs } = JSON.parse(out) as { version: string; runs: { results: { ruleId: string }[] }[] };
  expect({ version, status }).toEqual({ version: "2.1.0", status: 1 });
  expect(runs[0]?.results.map((result) => result.ruleId)).toEqual(["response/fenced", "response/unknown-value"]);
  expect(out).toContain('"uri": "runs/quality-fixer.03.json"');
});

test("JUnit holds a case for each answer, failing for errors only", async () => {
  const { out, status } = await run("--format=junit");
  expect(status).toBe(1);
  expect(xmlProblem(out)).toBeUndefined();
  expect(out).toContain('<testsuite name="baton" tests="3" failures="1">');
  expect(out.match(/<testcase [^>]*classname="quality-fixer"/g)).toHaveLength(3);
});

test("GitHub gets an annotation for each finding, and nothing else", async () => {
  const { out, status } = await run("--format", "github");
  expect(status).toBe(1);
  expect(
    out,
  ).toBe(`::warning file=runs/quality-fixer.02.json,line=2,col=1,endColumn=2,title=response/fenced::the payload stands in a code fence
::error file=runs/quality-fixer.03.json,line=2,col=13,endColumn=22,title=response/unknown-value::"status" is "aproved", not one of "approved", "blocked", "stub_detected"%0Adid you mean "approved"?
`);
});

test("text puts the findings before where each answer goes", async () => {
  const { out } = await run("--format", "text");
  expect(
    out
      .split("\n")
      .filter((line) => /^runs/.test(line))
      .map((line) => line.replace(/^runs\/quality-fixer\./, "")),
  ).toEqual([
    "02.json:2:1: warning: the payload stands in a code fence [response/fenced]",
    '03.json:2:13: error: "status" is "aproved", not one of "approved", "blocked", "stub_detected" [response/unknown-value]',
    "01.json: quality-fixer: valid, proceed (status: approved)",
    "02.json: quality-fixer: valid, proceed (status: approved)",
    "03.json: quality-fixer: not valid, revise",
  ]);
});
