import { expect, test } from "vitest";
import { renderGithub } from "../../src/render/github.ts";
import { deadLink, reportOf } from "../helpers/report.ts";

test("annotates the place with the severity, the code as title and the hint on a line of its own", () => {
  const where = { file: "docs/a.md", span: { line: 3, column: 5, length: 4 } };
  expect(renderGithub(reportOf([deadLink({ where, severity: "error", hint: "correct the link" })]))).toBe(
    "::error file=docs/a.md,line=3,col=5,endColumn=9,title=skill/dead-link::gone%0Acorrect the link\n",
  );
});

test("says as much of the place as is known, a finding a line", () => {
  const findings = [
    deadLink({ severity: "warning", where: { file: "a.md", span: { line: 1, column: 2 } } }),
    deadLink({ severity: "info" }),
  ];
  expect(renderGithub(reportOf(findings))).toBe(
    "::warning file=a.md,line=1,col=2,title=skill/dead-link::gone\n::notice file=a.md,title=skill/dead-link::gone\n",
  );
});

test("escapes percent signs and line breaks, and in a file name colons and commas too", () => {
  const text = "50%, a:b\r\n::error::forged";
  expect(renderGithub(reportOf([deadLink({ severity: "error", message: text, where: { file: text } })]))).toBe(
    "::error file=50%25%2C a%3Ab%0D%0A%3A%3Aerror%3A%3Aforged,title=skill/dead-link::50%25, a:b%0D%0A::error::forged\n",
  );
});

test("does not escape what is escaped a second time", () => {
  expect(renderGithub(reportOf([deadLink({ severity: "error", message: "%0A" })]))).toContain("::%250A\n");
});

test("prints nothing for no findings", () => {
  expect(renderGithub(reportOf([], { "a.md": "fine" }))).toBe("");
});
