import { expect, test } from "vitest";
import { plain } from "../../src/render/style.ts";
import { renderText } from "../../src/render/text.ts";
import { deadLink, reportOf } from "../helpers/report.ts";

/** The two lines under the head: the source and the caret, behind their gutter. */
function frame(text: string, column: number, length?: number, line = 1): string[] {
  const where = { file: "a.md", span: { line, column, ...(length === undefined ? {} : { length }) } };
  const [, ...lines] = renderText(reportOf([deadLink({ where })], { "a.md": text }), plain).split("\n");
  return lines.slice(0, 2).map((one) => one.slice(one.indexOf("|") + 2));
}

/** What the carets of a frame stand under. */
function marked([source = "", carets = ""]: readonly string[]): string {
  return source.slice(carets.indexOf("^"), carets.length);
}

test("stands under the text after tabs and over tabs", () => {
  expect(frame("\t\tkey: x", 3, 3)).toEqual(["    key: x", "    ^^^"]);
  expect(frame("a\tb\tc", 3, 2)).toEqual(["a  b  c", "   ^^^"]);
});

test("is one wide without a length, and at the end of a line", () => {
  expect(frame("abc", 2)).toEqual(["abc", " ^"]);
  expect(frame("abc", 4)).toEqual(["abc", "   ^"]);
  expect(frame("abc", 3, 40)).toEqual(["abc", "  ^"]);
});

test("leaves room for the number of the line", () => {
  const text = `${"\n".repeat(99)}abc`;
  const where = { file: "a.md", span: { line: 100, column: 3 } };
  expect(renderText(reportOf([deadLink({ where })], { "a.md": text }), plain)).toContain(
    "\n  100 | abc\n      |   ^\n",
  );
});

test.each([
  ["its begin", 1, `HERE${"-".repeat(96)}…`],
  ["its middle", 151, `…${"-".repeat(30)}HERE${"-".repeat(66)}…`],
  ["its end", 297, `…${"-".repeat(96)}HERE`],
])("cuts a long line to a window at %s", (_, column, shown) => {
  const line = `${"-".repeat(column - 1)}HERE${"-".repeat(300 - column - 3)}`;
  const lines = frame(line, column, 4);
  expect(lines[0]).toBe(shown);
  expect(marked(lines)).toBe("HERE");
});

test("does not reach past the window of a long line", () => {
  const [source, carets] = frame("x".repeat(300), 101, 200);
  expect(source).toBe(`…${"x".repeat(100)}…`);
  expect(carets).toBe(`${" ".repeat(31)}${"^".repeat(70)}`);
});
