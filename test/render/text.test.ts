import { expect, test } from "vitest";
import { coloured, plain } from "../../src/render/style.ts";
import { renderText } from "../../src/render/text.ts";
import { deadLink, reportOf } from "../helpers/report.ts";

const second = { file: "a.md", span: { line: 2, column: 5, length: 4 } };

test("shows the place, what is wrong, the line with a caret, related places and what to do", () => {
  const finding = deadLink({
    message: '"here" is not there',
    severity: "error",
    hint: "correct the link",
    where: second,
    related: [{ where: { file: "b.md", span: { line: 1, column: 1 } }, note: "linked from here too" }],
  });
  expect(renderText(reportOf([finding], { "a.md": "one\nsee here now\n" }), plain)).toBe(
    `a.md:2:5: error: "here" is not there [skill/dead-link]
  2 | see here now
    |     ^^^^
  note: b.md:1:1: linked from here too
  hint: correct the link
`,
  );
});

test("parts findings by an empty line and renders nothing for none", () => {
  const findings = [deadLink({ severity: "warning" }), deadLink({ severity: "info" })];
  expect(renderText(reportOf(findings), plain)).toBe(
    "a.md: warning: gone [skill/dead-link]\n\na.md: info: gone [skill/dead-link]\n",
  );
  expect(renderText(reportOf([]), plain)).toBe("");
});

test("leaves the line out when the source or the place is not known", () => {
  const head = (place: string): string => `${place} error: gone [skill/dead-link]\n`;
  const unknownSource = deadLink({ where: second, severity: "error" });
  expect(renderText(reportOf([unknownSource]), plain)).toBe(head("a.md:2:5:"));
  expect(renderText(reportOf([deadLink({ severity: "error" })], { "a.md": "one\n" }), plain)).toBe(head("a.md:"));
});

test("paints the place, the severity and the caret on a terminal that has colours", () => {
  const where = { file: "a.md", span: { line: 1, column: 1 } };
  const render = (severity: "error" | "warning" | "info"): string =>
    renderText(reportOf([deadLink({ severity, where, hint: "do" })], { "a.md": "x" }), coloured);
  const said = render("error").replaceAll("\u001b", "");
  expect(said).toBe(
    `[1ma.md:1:1:[22m [31merror[39m: gone [2m[skill/dead-link][22m
  [2m1 |[22m x
  [2m  |[22m [31m^[39m
  [2mhint:[22m do
`,
  );
  expect(render("warning")).toContain("\u001b[33mwarning\u001b[39m");
  expect(render("info")).toContain("\u001b[34minfo\u001b[39m");
});
