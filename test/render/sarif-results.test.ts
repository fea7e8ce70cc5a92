import { expect, test } from "vitest";
import type { Finding } from "../../src/core/diagnostic.ts";
import { renderSarif } from "../../src/render/sarif.ts";
import { deadLink, reportOf } from "../helpers/report.ts";

function result(finding: Partial<Finding>): Record<string, unknown> {
  const log = JSON.parse(renderSarif(reportOf([deadLink(finding)]), "1.2.3")) as {
    readonly runs: readonly [{ readonly results: readonly [Record<string, unknown>] }];
  };
  return log.runs[0].results[0];
}

test("a result holds its rule, level, message with the hint, region and related places", () => {
  const related = [{ where: { file: "b.md", span: { line: 7, column: 1 } }, note: "here too" }];
  const where = { file: "a.md", span: { line: 3, column: 5, length: 4 } };
  expect(result({ severity: "error", hint: "correct it", where, related })).toEqual({
    ruleId: "skill/dead-link",
    ruleIndex: 0,
    level: "error",
    message: { text: "gone. correct it" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "a.md" },
          region: { startLine: 3, startColumn: 5, endColumn: 9 },
        },
      },
    ],
    relatedLocations: [
      {
        physicalLocation: { artifactLocation: { uri: "b.md" }, region: { startLine: 7, startColumn: 1 } },
        message: { text: "here too" },
      },
    ],
  });
});

test.each([
  ["error", "error"],
  ["warning", "warning"],
  ["info", "note"],
] as const)("the level of severity %s is %s", (severity, level) => {
  expect(result({ severity })["level"]).toBe(level);
});

test.each([
  ["spaces and percent signs", "my docs/50%.md", "my%20docs/50%25.md"],
  ["what would be a scheme, a query or a fragment", "a:b/c?d#e.md", "a%3Ab/c%3Fd%23e.md"],
  ["letters beyond ASCII", "ü.md", "%C3%BC.md"],
  ["Windows' separators", "docs\\a.md", "docs/a.md"],
  ["half a surrogate pair", "a\uD800.md", "a%EF%BF%BD.md"],
])("a file name with %s becomes a URI", (_, file, uri) => {
  expect(result({ where: { file } })["locations"]).toEqual([{ physicalLocation: { artifactLocation: { uri } } }]);
});
