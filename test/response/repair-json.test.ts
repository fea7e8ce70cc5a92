import { expect, test } from "vitest";
import { repairJson } from "../../src/response/repair-json.ts";
import { processorMs } from "../helpers/processor-ms.ts";
import { said } from "../helpers/said.ts";

const repaired = (body: string) => repairJson(body, "f");

test.each([
  ["a trailing comma", '{"a": 1,}', { a: 1 }],
  ["single quotes", "{'a': 'it'}", { a: "it" }],
  ["a bare key", "{a: 1}", { a: 1 }],
  ["comments", '{/* one */ "a": 1 // two\n}', { a: 1 }],
  ["Python's words", '{"a": True, "b": None}', { a: true, b: null }],
  ["a missing comma", '{"a": 1 "b": 2}', { a: 1, b: 2 }],
  ["a line break in a string", '{"a": "x\ny"}', { a: "x\ny" }],
  ["a word that is no number", '{"a": NaN}', { a: "NaN" }],
])("%s is repaired", (_, body, value) => {
  expect(repaired(body)).toEqual({ value, findings: [] });
});

test("a key given twice is repaired to nothing certain: it is named", () => {
  expect(repaired('{"a": 1, "a": 2,}')?.findings.map(said)).toEqual([
    'parse/duplicate-key 1:10+3 "a" is given twice → keep one of them | 1:2+3 first given here',
  ]);
});

test.each([
  ["a list", "[1,]"],
  ["a word", "approved"],
  ["nothing", ""],
  ["what nobody can read", '{"a": : [}'],
  ["what nests too deep", `${'{"a":'.repeat(100)}1,${"}".repeat(100)}`],
  ["what nests without an end", '{"a":['.repeat(10_000)],
])("%s is not repaired to an object", (_, body) => {
  expect(repaired(body)).toBeUndefined();
});

test("a text on which the repair would take minutes is left alone", () => {
  const since = process.cpuUsage();
  expect(repaired(`{"a": [${"1 ".repeat(450_000)}]}`)).toBeUndefined();
  expect(processorMs(since)).toBeLessThan(6_000);
});
