import { expect, test } from "vitest";
import { parseToml } from "../../src/parse/toml.ts";
import { processorMs } from "../helpers/processor-ms.ts";
import { said } from "../helpers/said.ts";

test.each([
  ["lists", `a = ${"[".repeat(100_000)}`],
  ["inline tables", `a = ${"{a = ".repeat(100_000)}`],
  ["a dotted key", `a${".a".repeat(100_000)} = 1`],
  ["a table's name", `[a${".a".repeat(100_000)}]`],
  ["a dotted key inside a table", `[a${".a".repeat(40)}]\nb${".b".repeat(40)} = 1`],
])("nesting through %s is refused", (_, text) => {
  const { value, findings } = parseToml(text, "f.toml");
  expect(value).toBeUndefined();
  expect(findings.map(said)).toEqual([expect.stringMatching(/^parse\/too-deep \S+ nests deeper than 64 levels$/)]);
});

test("a text over the limit is not looked at", () => {
  expect(parseToml(`a = 1 #${"x".repeat(1_000_000)}`, "f.toml").findings.map(said)).toEqual([
    "parse/too-large - 1000007 characters, more than the 1000000 allowed",
  ]);
});

test("many keys and tables take no quadratic time, nor does looking for one of them", () => {
  const text = Array.from({ length: 10_000 }, (_, at) => `[t${at}]\nk = [1, 2]`).join("\n");
  const since = process.cpuUsage();
  expect(parseToml(text, "f.toml").locate("/t9999/k/1")).toEqual({ line: 20_000, column: 9, length: 1 });
  expect(processorMs(since)).toBeLessThan(12_000);
});

test("keys that JavaScript knows are keys like any other", () => {
  const { value } = parseToml("__proto__ = { polluted = true }\nconstructor.prototype = 1", "f.toml");
  expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
  expect("polluted" in {}).toBe(false);
});
