import { expect, test } from "vitest";
import { plain, visible } from "../../src/render/style.ts";
import { renderText } from "../../src/render/text.ts";
import { deadLink, reportOf } from "../helpers/report.ts";

test.each([
  ["an escape sequence", "\u001b[31mred\u001b[0m", "�[31mred�[0m"],
  ["a C1 control sequence", "\u009b31m", "�31m"],
  ["a carriage return and a backspace", "good\rbad\b", "good�bad�"],
  ["a bell and a null", "\u0007\u0000", "��"],
  ["overrides of the direction", "\u202Eevil\u202C", "�evil�"],
  ["isolates of the direction", "\u2066evil\u2069", "�evil�"],
  ["marks of the direction", "\u200Ea\u200Fb\u061C", "�a�b�"],
  ["separators of lines and paragraphs", "a\u2028b\u2029", "a�b�"],
])("makes %s visible", (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("leaves every other text as it is, with two spaces for a tab", () => {
  expect(visible("\tnaïve 日本 👩‍👧 «x»")).toBe("  naïve 日本 👩‍👧 «x»");
});

test("cleans every text of a finding: file, message, source, note and hint", () => {
  const evil = "\u001b[2J\u202E";
  const finding = deadLink({
    severity: "error",
    message: `m${evil}`,
    hint: `h${evil}`,
    where: { file: `f${evil}`, span: { line: 1, column: 5, length: 1 } },
    related: [{ where: { file: `r${evil}` }, note: `n${evil}` }],
  });
  expect(renderText(reportOf([finding], { [`f${evil}`]: `s${evil}` }), plain)).toBe(
    `f�[2J�:1:5: error: m�[2J� [skill/dead-link]
  1 | s�[2J�
    |     ^
  note: r�[2J�: n�[2J�
  hint: h�[2J�
`,
  );
});

test("keeps the lines of a hint, further in than any finding begins", () => {
  const hint = "add to config.toml:\n[features]\nhooks = true";
  expect(renderText(reportOf([deadLink({ severity: "error", hint })]), plain)).toBe(
    `a.md: error: gone [skill/dead-link]
  hint: add to config.toml:
        [features]
        hooks = true
`,
  );
});

test("lets no line break of a file name or a text forge a finding or a command of GitHub", () => {
  const forged = "a\n::error::forged";
  const finding = deadLink({
    message: forged,
    hint: forged,
    where: { file: forged },
    related: [{ where: { file: forged }, note: forged }],
  });
  const lines = renderText(reportOf([finding]), plain).split("\n");
  expect(lines.map((line) => line.trim().slice(0, 6))).toEqual(["a�::er", "note: ", "hint: ", ""]);
});
