import { expect, test } from "vitest";
import { renderJunit } from "../../src/render/junit.ts";
import { deadLink, reportOf } from "../helpers/report.ts";

const at = { file: "a.md", span: { line: 3, column: 5 } };

test("counts a test case for each checked file, failing when it has an error", () => {
  const findings = [
    deadLink({ severity: "warning", message: "w", where: at }),
    deadLink({ severity: "error", where: at }),
    deadLink({ severity: "info", message: "i", where: { file: "b.md" } }),
  ];
  expect(renderJunit(reportOf(findings, { "a.md": "", "b.md": "", "c.md": "" }))).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="baton" tests="3" failures="1">
  <testsuite name="baton" tests="3" failures="1">
    <testcase classname="tables" name="a.md" file="a.md">
      <failure type="skill/dead-link" message="gone">a.md:3:5: warning: w [skill/dead-link]
a.md:3:5: error: gone [skill/dead-link]</failure>
    </testcase>
    <testcase classname="tables" name="b.md" file="b.md">
      <system-out>b.md: info: i [skill/dead-link]</system-out>
    </testcase>
    <testcase classname="tables" name="c.md" file="c.md">
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});

test("fails a file that only a finding names, once", () => {
  const findings = [
    deadLink({ severity: "error", message: "one", where: { file: "contract.yaml" } }),
    deadLink({ severity: "error", message: "two", where: { file: "contract.yaml" } }),
  ];
  const said = renderJunit(reportOf(findings, { "a.md": "" }));
  expect(said).toContain('<testsuite name="baton" tests="2" failures="1">');
  expect(said).toContain('<testcase classname="baton" name="contract.yaml" file="contract.yaml">');
  expect(said).toContain("contract.yaml: error: one [skill/dead-link]\ncontract.yaml: error: two [skill/dead-link]<");
});
