import { expect, test } from "vitest";
import { plural, tally, tallyWords } from "../../src/render/report.ts";
import { deadLink } from "../helpers/report.ts";

test("counts findings by severity", () => {
  const findings = (["error", "info", "error", "warning"] as const).map((severity) => deadLink({ severity }));
  expect(tally(findings)).toEqual({ errors: 2, warnings: 1, infos: 1 });
  expect(tally([])).toEqual({ errors: 0, warnings: 0, infos: 0 });
});

test.each([
  [0, 0, 0, "nothing found"],
  [1, 0, 0, "1 error"],
  [2, 1, 3, "2 errors, 1 warning, 3 notes"],
  [0, 10, 0, "10 warnings"],
  [0, 0, 1, "1 note"],
])("says %i, %i and %i as %s", (errors, warnings, infos, words) => {
  expect(tallyWords({ errors, warnings, infos })).toBe(words);
});

test("puts one thing in the singular and none or more in the plural", () => {
  expect([0, 1, 2].map((count) => plural(count, "file"))).toEqual(["0 files", "1 file", "2 files"]);
});
