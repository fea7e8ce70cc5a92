import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import { baton } from "../helpers/fake-io.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

const good = '{"status": "approved"}';
const bad = '{\n  "status": "aproved"\n}\n';
const valid = (file: string) =>
  `${file}: quality-fixer: valid, proceed (status: approved)\n  next: Go on with the next step.\n`;

test("one good answer: where it goes, status 0", async () => {
  const cwd = temporaryFiles({ "my answer.txt": good });
  expect(await baton(["validate", "my answer.txt", "--agent", "quality-fixer"], { cwd })).toEqual({
    status: 0,
    out: valid("my answer.txt"),
    err: "",
  });
});

test("one bad answer: the finding with its line, where it goes, status 1", async () => {
  const cwd = temporaryFiles({ "a.json": bad });
  expect(await baton(["validate", "a.json", "--agent", "quality-fixer"], { cwd })).toEqual({
    status: 1,
    out: `a.json:2:13: error: "status" is "aproved", not one of "approved", "blocked", "stub_detected" [response/unknown-value]
  2 |   "status": "aproved"
    |             ^^^^^^^^^
  hint: did you mean "approved"?

a.json: quality-fixer: not valid, revise
  next: Send the findings back to quality-fixer and ask for the corrected JSON alone; after 2 attempts, put it before the user.
`,
    err: "",
  });
});

test("a file names its agent, with or without a number", async () => {
  const cwd = temporaryFiles({ "quality-fixer.json": good, "quality-fixer.01.json": good });
  const { out, status } = await baton(["validate", "quality-fixer.json", "quality-fixer.01.json"], { cwd });
  expect({ out, status }).toEqual({ out: valid("quality-fixer.json") + valid("quality-fixer.01.json"), status: 0 });
});

test("a directory is searched for every answer, in the order of the names", async () => {
  const cwd = temporaryFiles({
    "all the/run 2/quality-fixer.json": good,
    "all the/quality-fixer.02.json": good,
    "all the/quality-fixer.01.json": good,
    "all the/notes.md": "no answer",
  });
  const { out, status } = await baton(["validate", "all the"], { cwd });
  const files = ["all the/quality-fixer.01.json", "all the/quality-fixer.02.json", "all the/run 2/quality-fixer.json"];
  expect({ out, status }).toEqual({ out: files.map(valid).join(""), status: 0 });
});

test("what cannot be read in a directory is a finding, and the other answers are checked all the same", async () => {
  const cwd = temporaryFiles({
    "d/quality-fixer.json": good,
    "d/Unnamed.json": "{}",
    "d/twice.json": '{"agent": "solver", "agent": "quality-fixer", "answer": {}}',
  });
  symlinkSync("gone.json", join(cwd, "d/verifier.json"));
  const { status, out, err } = await baton(["validate", "d", "--format", "json"], { cwd });
  const { answers } = JSON.parse(out);
  expect({ status, err }).toEqual({ status: 1, err: "" });
  expect(answers.map(({ file, valid }: { file: string; valid: boolean }) => [file, valid])).toEqual([
    ["d/Unnamed.json", false],
    ["d/quality-fixer.json", true],
    ["d/twice.json", false],
    ["d/verifier.json", false],
  ]);
  const findings = answers.flatMap((answer: { findings: readonly Diagnostic[] }) => answer.findings);
  expect(findings.map(({ code, where }: Diagnostic) => `${where.file} ${code}`)).toEqual([
    "d/Unnamed.json response/agent-unnamed",
    "d/twice.json parse/duplicate-key",
    "d/verifier.json parse/unreadable",
  ]);
});

test("standard input is one answer", async () => {
  const { out, status } = await baton(["validate", "--stdin", "--agent", "quality-fixer"], { stdin: good });
  expect({ out, status }).toEqual({ out: valid("<stdin>"), status: 0 });
});

test("a file with the line ends of Windows and a byte order mark is read and placed like any other", async () => {
  const cwd = temporaryFiles({ "a.json": `\uFEFF${bad.replaceAll("\n", "\r\n")}` });
  const { out } = await baton(["validate", "a.json", "--agent", "quality-fixer"], { cwd });
  expect(out.split("\n").slice(0, 3)).toEqual([
    'a.json:2:13: error: "status" is "aproved", not one of "approved", "blocked", "stub_detected" [response/unknown-value]',
    '  2 |   "status": "aproved"',
    "    |             ^^^^^^^^^",
  ]);
});

test("an agent nobody knows is a finding, with the one that was meant", async () => {
  const { out, status } = await baton(["validate", "--stdin", "--agent", "quality-fixr"], { stdin: good });
  expect(status).toBe(1);
  expect(out).toMatch(
    /^<stdin>: error: "quality-fixr" is not an agent of the contract, which has "acceptance-test-generator", /,
  );
  expect(out).toContain('\n  hint: did you mean "quality-fixer"?\n');
  expect(out).toMatch(/\n<stdin>: quality-fixr: not valid\n$/);
});

test("lenient recovers what can be recovered, and warnings leave the status at 0", async () => {
  const call = ["validate", "--stdin", "--agent", "quality-fixer"];
  expect((await baton(call, { stdin: `Done: ${good}` })).status).toBe(1);
  const { out, status } = await baton([...call, "--lenient"], { stdin: `Done: ${good}` });
  expect(status).toBe(0);
  expect(out).toMatch(
    /^<stdin>:1:1: warning: prose stands before the payload; it is skipped \[response\/leading-prose\]\n/,
  );
});

test("quiet prints findings only", async () => {
  const call = ["validate", "--stdin", "--agent", "quality-fixer"];
  for (const quiet of ["-q", "--quiet"]) {
    expect(await baton([...call, quiet], { stdin: good })).toEqual({ status: 0, out: "", err: "" });
    expect((await baton([...call, quiet], { stdin: bad })).out).not.toContain("next:");
  }
});

test("a project's own agent is checked and routed like the shipped ones, from a directory below", async () => {
  const cwd = temporaryFiles({
    ".baton/contract.yaml": `version: 1
agents:
  - { name: api-critic, purpose: Judges., writes: false, routingFields: [status], decides: status, outcomes: [approved, blocked] }
`,
    ".baton/schemas/api-critic.schema.json":
      '{"type": "object", "properties": {"status": {"enum": ["approved", "blocked"]}}}',
    "deep/er/api-critic.json": '{"status": "blocked"}',
  });
  const { out, status } = await baton(["validate", "."], { cwd: `${cwd}/deep/er` });
  expect({ out, status }).toEqual({
    out: "api-critic.json: api-critic: valid, halt (status: blocked)\n  next: Stop at once and put it before the user.\n",
    status: 0,
  });
});
