import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { sessionFile } from "../helpers/session-file.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import { xmlProblem } from "../helpers/xml-problem.ts";

const { text } = sessionFile([
  { does: "invoke", recipe: "recipe-implement" },
  { does: "wait", timeoutMs: 100 },
]);
const run = (...words: readonly string[]) =>
  baton(["audit", "s.jsonl", ...words], { cwd: temporaryFiles({ "s.jsonl": text }) });
const finding = {
  code: "team/short-wait",
  severity: "warning",
  message: expect.stringMatching(/^the wait asks for 100 ms/),
  hint: expect.any(String),
  where: { file: "s.jsonl", span: { line: 6, column: 1 } },
};

test("JSON holds each session with its findings, stop points, agents and story", async () => {
  const { status, out, err } = await run("--json");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    errors: 0,
    warnings: 1,
    findings: [finding],
    sessions: [
      {
        session: "01a10000-0000-7000-8000-000000000001",
        file: "s.jsonl",
        recipe: "recipe-implement",
        findings: [
          { ...finding, stopped: false, event: { kind: "wait", agent: null, at: "2026-01-05T10:00:05.000Z" } },
        ],
        stops: [],
        agents: [{ name: "orchestrator", type: null, file: "s.jsonl", tokens: { total: 0 } }],
        story: expect.arrayContaining([
          {
            at: "2026-01-05T10:00:04.000Z",
            words: "$recipe-implement is invoked",
            where: { file: "s.jsonl", line: 5 },
          },
        ]),
        next: ["requirement-analyzer"],
      },
    ],
  });
});

test("SARIF holds a result for each finding, at its line", async () => {
  const { out } = await run("--format", "sarif");
  const { runs } = JSON.parse(out) as { runs: { results: object[] }[] };
  expect(runs[0]?.results).toMatchObject([
    {
      ruleId: "team/short-wait",
      level: "warning",
      locations: [{ physicalLocation: { artifactLocation: { uri: "s.jsonl" }, region: { startLine: 6 } } }],
    },
  ]);
});

test("JUnit holds a case for each thread's file", async () => {
  const { out } = await run("--format", "junit");
  expect(xmlProblem(out)).toBeUndefined();
  expect(out).toContain('<testcase classname="recipe-implement" name="s.jsonl" file="s.jsonl">');
});

test("GitHub gets an annotation for each finding", async () => {
  const { out } = await run("--format", "github");
  expect(out).toMatch(/^::warning file=s\.jsonl,line=6,col=1,title=team\/short-wait::the wait asks for 100 ms/);
  expect(out.split("\n")).toHaveLength(2);
});

test("--html writes a page and says where", async () => {
  const cwd = temporaryFiles({ "s.jsonl": text });
  const { status, out } = await baton(["audit", "s.jsonl", "--html", "page.html"], { cwd });
  expect({ status, last: out.trimEnd().split("\n").at(-1) }).toEqual({ status: 0, last: "page: page.html" });
  expect(readFileSync(join(cwd, "page.html"), "utf8")).toMatch(
    /^<!doctype html>\n[\s\S]*team\/short-wait[\s\S]*<\/html>\n$/,
  );
});

test("--html - prints the page and nothing else", async () => {
  const { status, out, err } = await run("--html", "-");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
});

test("--html goes with another format", async () => {
  const cwd = temporaryFiles({ "s.jsonl": text });
  const { out } = await baton(["audit", "s.jsonl", "--html", "page.html", "--format", "github"], { cwd });
  expect(out).toMatch(/^::warning .*\n$/);
  expect(readFileSync(join(cwd, "page.html"), "utf8")).toContain("team/short-wait");
});

test("a page that cannot be written is a failure", async () => {
  const { status, err } = await run("--html", "no/such/page.html");
  expect(status).toBe(3);
  expect(err).toContain("the page cannot be written: ");
});
