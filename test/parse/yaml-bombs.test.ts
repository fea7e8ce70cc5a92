import { expect, test } from "vitest";
import { parseYaml } from "../../src/parse/yaml.ts";
import { processorMs } from "../helpers/processor-ms.ts";
import { said } from "../helpers/said.ts";

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");
const tooDeep = "parse/too-deep - nests deeper than 64 levels";

test.each([
  ["flow lists", "[".repeat(20_000), tooDeep],
  ["flow mappings", "{a: ".repeat(5_000), tooDeep],
  ["block lists", "- ".repeat(10_000), tooDeep],
  ["block lists, spread out", "-   ".repeat(5_000), tooDeep],
  ["explicit keys", "? ".repeat(5_000), tooDeep],
  ["indentation", lines(70, (at) => `${" ".repeat(at)}a:`), tooDeep],
  ["a value that holds itself", "a: &a [*a]", tooDeep],
  ["aliases", `a0: &a0 ${"[".repeat(40)}${"]".repeat(40)}\na1: ${"[".repeat(40)}*a0${"]".repeat(40)}`, tooDeep],
])("nesting through %s is refused", (_, text, expected) => {
  const { value, findings } = parseYaml(text, "f.yaml");
  expect(value).toBeUndefined();
  expect(findings.map(said)).toEqual([expected]);
});

test("64 levels are read", () => {
  const { value, findings } = parseYaml(`${"[".repeat(64)}${"]".repeat(64)}`, "f.yaml");
  expect(JSON.stringify(value)).toBe(`${"[".repeat(64)}${"]".repeat(64)}`);
  expect(findings).toEqual([]);
});

test("brackets in prose are not nesting", () => {
  expect(parseYaml(`a: |\n${"  see [1 (and {\n".repeat(200)}`, "f.yaml").findings).toEqual([]);
});

test("a billion laughs are not laughed", () => {
  const text = `a: &a [${"x,".repeat(9)}]\n${[..."bcdefgh"].map((name, at) => `${name}: &${name} [${`*${"abcdefgh"[at]},`.repeat(9)}]`).join("\n")}`;
  expect(parseYaml(text, "f.yaml").value).toBeUndefined();
  expect(parseYaml(text, "f.yaml").findings.map(said)).toEqual([
    "parse/yaml - excessive alias count indicates a resource exhaustion attack",
  ]);
});

test("the 101st alias is one too many", () => {
  const text = (count: number) => `- &a x\n- &b y\n${lines(count, (at) => (at % 2 === 0 ? "- *a" : "- *b"))}`;
  expect(parseYaml(text(100), "f.yaml").findings).toEqual([]);
  expect(parseYaml(text(101), "f.yaml").findings.map(said)).toEqual(["parse/yaml 103:3+2 more than 100 aliases"]);
});

test.each([
  ["keys", lines(10_000, (at) => `k${at}: x`)],
  ["anchors", lines(10_000, (at) => `k${at}: &a${at} x`)],
  ["aliases", lines(10_000, (at) => `k${at}: &a${at} x\nl${at}: *a${at}`)],
  ["blank lines", `a: 1\n${"\n".repeat(100_000)}b: 1`],
])("many %s take no quadratic time", (_, text) => {
  const since = process.cpuUsage();
  parseYaml(text, "f.yaml");
  expect(processorMs(since)).toBeLessThan(8_000);
});

test("a text over the limit is not looked at", () => {
  expect(parseYaml("x".repeat(1_000_001), "f.yaml").findings.map(said)).toEqual([
    "parse/too-large - 1000001 characters, more than the 1000000 allowed",
  ]);
});

test("keys that JavaScript knows are keys like any other", () => {
  const { value } = parseYaml("__proto__: { polluted: true }\nconstructor: 1\ntoString: 2", "f.yaml");
  expect(Object.keys(value as object)).toEqual(["__proto__", "constructor", "toString"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect("polluted" in {}).toBe(false);
});
