import { expect, test } from "vitest";
import { jsonDepth, parseJson } from "../../src/parse/json.ts";
import { said } from "../helpers/said.ts";

test.each([
  ["nothing", "", "parse/json 1:1 value expected"],
  ["a trailing comma", '{"a": 1,}', "parse/json 1:9+1 property name expected"],
  ["a missing comma", '{"a": 1\n "b": 2}', "parse/json 2:2+3 comma expected"],
  ["a comment", '{"a": 1 /* one */}', "parse/json 1:9+9 invalid comment token"],
  ["single quotes", "{'a': 1}", "parse/json 1:2+3 invalid symbol"],
  ["a word that is no value", "[NaN]", "parse/json 1:2+3 invalid symbol"],
  ["two values", "{} {}", "parse/json 1:4+1 end of file expected"],
  ["a line break in a string", '["a\nb"]', "parse/json 1:2+2 unexpected end of string"],
  ["a bad escape", '["\\q"]', "parse/json 1:2+4 invalid escape character"],
  ["a leading zero", "[01]", "parse/json 1:3+1 comma expected"],
  ["a byte order mark inside", '{"a":\uFEFF 1}', "parse/json 1:6+1 invalid symbol"],
])("%s gives no value and says where", (_, text, expected) => {
  expect(parseJson(text, "f.json").value).toBeUndefined();
  expect(parseJson(text, "f.json").findings.map(said)).toEqual([expected]);
});

test.each([
  ["plainly", `${"[".repeat(65)}${"]".repeat(65)}`],
  ["without an end", '{"a":'.repeat(100_000)],
  ["behind a string that never ends", `["\n,${"[".repeat(100_000)}`],
  ["behind brackets that close nothing", `[1 ${"}".repeat(100_000)}, ${"[".repeat(100_000)}`],
])("a text that nests too deep %s is refused", (_, text) => {
  expect(parseJson(text, "f.json").value).toBeUndefined();
  expect(parseJson(text, "f.json").findings.map(said)).toEqual(["parse/too-deep - nests deeper than 64 levels"]);
});

test("64 levels are read", () => {
  expect(parseJson(`${"[".repeat(64)}${"]".repeat(64)}`, "f.json").findings).toEqual([]);
});

test("brackets in strings are not nesting", () => {
  expect(jsonDepth('{"a": "[[[[ \\" [[[["}')).toBe(1);
  expect(jsonDepth("[[], [[]], {}]")).toBe(3);
  expect(jsonDepth("]]]][")).toBe(1);
});

test("a text over the limit is not looked at", () => {
  expect(parseJson(`"${"x".repeat(999_999)}"`, "f.json").findings.map(said)).toEqual([
    "parse/too-large - 1000001 characters, more than the 1000000 allowed",
  ]);
  expect(parseJson("[1]", "f.json", 2).findings.map(said)).toEqual([
    "parse/too-large - 3 characters, more than the 2 allowed",
  ]);
});
