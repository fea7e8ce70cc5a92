import { expect, test } from "vitest";
import { isPlain } from "../../src/response/plain-json.ts";

const isPlainText = (text: string, depth = 64) => isPlain(text, JSON.parse(text), depth);

test.each([
  ["an answer", '{"status": "approved", "list": [{"a": 1}, 2, null], "b": {"c": {}}}'],
  ["white space before its colons", '{"a"\n: 1, "b" :2}'],
  ["colons in its strings", '{"a": "b: c", "d:e": "f::"}'],
  ["keys that JavaScript knows", '{"__proto__": {"x": 1}, "constructor": 1, "hasOwnProperty": 2}'],
])("%s is plain", (_, text) => {
  expect(isPlainText(text)).toBe(true);
});

test.each([
  ["a key twice", '{"a": 1, "a": 2}'],
  ["a key twice, once before a space", '{"a" : 1, "a": 2}'],
  ["a key twice, deep inside", '{"x": [{"y": {"a": 1, "a": 1}}]}'],
  ["a key twice in two spellings", '{"a": 1, "\\u0061": 2}'],
  ["__proto__ twice", '{"__proto__": 1, "__proto__": 2}'],
])("%s is not plain", (_, text) => {
  expect(isPlainText(text)).toBe(false);
});

test("a string that looks like a key is for the exact parser to look at", () => {
  expect(isPlainText('{"a": "\\":"}')).toBe(false);
});

test("the depth that is allowed is plain, one more is not", () => {
  expect(isPlainText('{"a": [[{}]]}', 4)).toBe(true);
  expect(isPlainText('{"a": [[{}]]}', 3)).toBe(false);
});
