import { expect, test } from "vitest";
import { parseYaml } from "../../src/parse/yaml.ts";
import { textAt } from "../helpers/text-at.ts";

const text = `limits:
  revisions: 3
agents:
  - name: critic
    outcomes: [approved, "needs revision"]
  - { name: scout, "a/b": 1 }
note: |
  two
  lines
again: &again here
copy: *again
empty:
`;
const { locate } = parseYaml(text, "f.yaml");

test.each([
  ["/limits/revisions", "3", "revisions"],
  ["/agents/0/name", "critic", "name"],
  ["/agents/0/outcomes/1", '"needs revision"', '"needs revision"'],
  ["/agents/1/a~1b", "1", '"a/b"'],
  ["/agents/1", '{ name: scout, "a/b": 1 }', '{ name: scout, "a/b": 1 }'],
  ["/note", "|", "note"],
  ["/copy", "*again", "copy"],
])("%s is found by value and by key", (pointer, value, key) => {
  expect(textAt(text, locate(pointer))).toBe(value);
  expect(textAt(text, locate(pointer, "key"))).toBe(key);
});

test.each([
  ["a field that is not there", "/limits/nothing", "revisions: 3"],
  ["something inside a plain value", "/limits/revisions/deeper/still", "3"],
  ["an element beyond the list", "/agents/0/outcomes/9", '[approved, "needs revision"]'],
  ["something inside an alias", "/copy/x", "*again"],
])("%s is where the nearest thing above it is", (_, pointer, expected) => {
  expect(textAt(text, locate(pointer))).toBe(expected);
});

test("an empty value is a point behind its key", () => {
  expect(textAt(text, locate("/empty"))).toBe("(12:7)");
});

test("the whole document is cut to its first line", () => {
  expect(textAt(text, locate(""))).toBe("limits:");
});

test("positions in a part of a file are those of the file", () => {
  const whole = "---\r\nname: x\r\nwho: y\r\n---\r\nbody";
  const part = parseYaml("name: x\r\nwho: y\r\n", "f.md", { offset: 5, whole });
  expect(part.locate("/who")).toEqual({ line: 3, column: 6, length: 1 });
});
