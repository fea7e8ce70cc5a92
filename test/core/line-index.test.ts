import fc from "fast-check";
import { expect, test } from "vitest";
import { LineIndex } from "../../src/core/line-index.ts";

test.each([
  { end: "LF", text: "one\ntwo\nthree" },
  { end: "CRLF", text: "one\r\ntwo\r\nthree" },
  { end: "CR", text: "one\rtwo\rthree" },
])("$end ends a line", ({ text }) => {
  const index = new LineIndex(text);
  expect(index.span(text.indexOf("two"), text.indexOf("two") + 3)).toEqual({ line: 2, column: 1, length: 3 });
  expect([1, 2, 3, 4].map((line) => index.line(line))).toEqual(["one", "two", "three", ""]);
});

test("a span is cut at the end of its first line", () => {
  expect(new LineIndex("ab\r\ncd").span(1, 6)).toEqual({ line: 1, column: 2, length: 1 });
});

test("a span of nothing has no length", () => {
  expect(new LineIndex("ab").span(1)).toEqual({ line: 1, column: 2 });
  expect(new LineIndex("ab").span(1, 0)).toEqual({ line: 1, column: 2 });
});

test("a place between CR and LF still belongs to the line they end", () => {
  expect(new LineIndex("ab\r\ncd").span(3)).toEqual({ line: 1, column: 4 });
});

test("an offset outside the text means its nearest end", () => {
  const index = new LineIndex("ab\ncd");
  expect(index.span(-5)).toEqual({ line: 1, column: 1 });
  expect(index.span(99, 120)).toEqual({ line: 2, column: 3 });
});

test("the place behind a final line end is an empty line of its own", () => {
  expect(new LineIndex("ab\n").span(3)).toEqual({ line: 2, column: 1 });
});

test("an empty text has one empty line", () => {
  expect(new LineIndex("").span(0)).toEqual({ line: 1, column: 1 });
  expect(new LineIndex("").line(1)).toBe("");
});

test("a byte order mark takes no column and is on no line", () => {
  const index = new LineIndex("\uFEFFab\n\uFEFFcd");
  expect(index.span(1, 3)).toEqual({ line: 1, column: 1, length: 2 });
  expect(index.span(0, 1)).toEqual({ line: 1, column: 1 });
  expect(index.line(1)).toBe("ab");
  expect(index.line(2)).toBe("\uFEFFcd");
});

test("every character is found again at its line and column", () => {
  const piece = fc.constantFrom("a", "€", "😀", "\n", "\r\n", "\r", " ");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(30), (pieces, at) => {
      const text = pieces.join("");
      const index = new LineIndex(text);
      const { line, column } = index.span(at);
      const character = text[at];
      if (character !== undefined && !/[\r\n]/.test(character)) expect(index.line(line)[column - 1]).toBe(character);
      else expect(index.line(line).length).toBeLessThan(column);
    }),
  );
});
