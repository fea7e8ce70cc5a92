import { expect, test } from "vitest";
import { parseJson } from "../../src/parse/json.ts";
import { said } from "../helpers/said.ts";
import { textAt } from "../helpers/text-at.ts";

const text = `{
  "agent": "critic",
  "list": [1, {"a/b": "x~y"}],
  "n": null
}`;

test("JSON comes back as plain data, with nothing to say", () => {
  expect(parseJson(text, "f.json")).toMatchObject({ value: JSON.parse(text), findings: [] });
});

test.each([
  ["/agent", '"critic"', '"agent"'],
  ["/list", '[1, {"a/b": "x~y"}]', '"list"'],
  ["/list/0", "1", "1"],
  ["/list/1/a~1b", '"x~y"', '"a/b"'],
  ["/n", "null", '"n"'],
  ["/list/7", '[1, {"a/b": "x~y"}]', '"list"'],
  ["/n/deeper", "null", '"n"'],
  ["/nothing", "{", "{"],
  ["", "{", "{"],
])("%s is found by value and by key", (pointer, value, key) => {
  const { locate } = parseJson(text, "f.json");
  expect(textAt(text, locate(pointer))).toBe(value);
  expect(textAt(text, locate(pointer, "key"))).toBe(key);
});

test("a byte order mark is tolerated", () => {
  const { value, findings, locate } = parseJson('\uFEFF{"a": 1}', "f.json");
  expect({ value, findings }).toEqual({ value: { a: 1 }, findings: [] });
  expect(locate("/a")).toEqual({ line: 1, column: 7, length: 1 });
});

test("a key given twice is a finding that names both places", () => {
  expect(parseJson('{"a": 1,\n "b": {"a": 1, "a": 2},\n "a": 3}', "f.json").findings.map(said)).toEqual([
    'parse/duplicate-key 2:16+3 "a" is given twice → keep one of them | 2:8+3 first given here',
    'parse/duplicate-key 3:2+3 "a" is given twice → keep one of them | 1:2+3 first given here',
  ]);
});

test("a key given twice in two spellings is still one key", () => {
  expect(parseJson('{"a": 1, "\\u0061": 2}', "f.json").findings.map(said)).toEqual([
    'parse/duplicate-key 1:10+8 "a" is given twice → keep one of them | 1:2+3 first given here',
  ]);
});

test("of a key given twice the last value is the one that is found, as it is the one that is read", () => {
  const { value, locate } = parseJson('{"a": 1, "a": [2]}', "f.json");
  expect(value).toEqual({ a: [2] });
  expect(locate("/a/0")).toEqual({ line: 1, column: 16, length: 1 });
});

test("keys that JavaScript knows are keys like any other", () => {
  const { value, findings } = parseJson('{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}', "f.json");
  expect(Object.keys(value as object)).toEqual(["__proto__", "constructor", "toString"]);
  expect(findings).toEqual([]);
  expect("polluted" in {}).toBe(false);
});
