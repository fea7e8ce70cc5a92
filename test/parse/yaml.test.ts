import { expect, test } from "vitest";
import { parseYaml } from "../../src/parse/yaml.ts";
import { said } from "../helpers/said.ts";

const findings = (text: string) => parseYaml(text, "f.yaml").findings.map(said);

test("plain data comes back as plain data", () => {
  const { value, findings } = parseYaml('a: 1\nb: [x, "y", null]\nc: { d: true }\ne: |\n  two\n  lines\n', "f.yaml");
  expect(value).toEqual({ a: 1, b: ["x", "y", null], c: { d: true }, e: "two\nlines\n" });
  expect(findings).toEqual([]);
});

test("an empty document is null", () => {
  expect(parseYaml("", "f.yaml")).toMatchObject({ value: null, findings: [] });
});

test("a byte order mark and CRLF are tolerated", () => {
  expect(parseYaml("\uFEFFa: 1\r\nb: 2\r\n", "f.yaml")).toMatchObject({ value: { a: 1, b: 2 }, findings: [] });
});

test("what does not parse gives no value and says where", () => {
  expect(parseYaml("a: [1\nb: 2", "f.yaml").value).toBeUndefined();
  expect(findings("a: b: c")).toEqual(["parse/yaml 1:4+1 nested mappings are not allowed in compact mappings"]);
});

test("a key given twice is a finding at the second", () => {
  expect(findings("a: 1\nb:\n  c: 1\n  c: 2\na: 3")).toEqual([
    'parse/duplicate-key 5:1+1 "a" is given twice',
    'parse/duplicate-key 4:3+1 "c" is given twice',
  ]);
});

test("two keys that JSON would take for one are the same key", () => {
  expect(findings('1: a\n"1": b')).toEqual(['parse/duplicate-key 2:1+3 "1" is given twice']);
});

test("a second document is refused, not skipped", () => {
  expect(parseYaml("a: 1\n---\nb: 2", "f.yaml").value).toBeUndefined();
  expect(findings("a: 1\n---\nb: 2")).toEqual(["parse/yaml 2:1+3 a second document starts here, and only one is read"]);
});

test.each([
  ["a list", "? [a, b]\n: 1", "1:3+6"],
  ["a mapping", "? { a: 1 }\n: 1", "1:3+8"],
  ["an alias", "a: &x k\n*x : 1", "2:1+2"],
])("%s as a key is refused", (_, text, place) => {
  expect(findings(text)).toEqual([`parse/yaml ${place} a key is not a plain value`]);
});

test("a document of another version, which knows more types, is refused", () => {
  expect(findings("%YAML 1.1\n---\na: 2001-01-01\nb: !!binary aGk=")).toEqual([
    "parse/yaml 1:1 this is YAML 1.1, only 1.2 is read",
  ]);
});

test.each(["!!js/function", "!!python/object/apply:os.system", "!own"])("the tag %s is a finding", (tag) => {
  const [finding, ...more] = findings(`a: ${tag} "text"`);
  expect(finding).toMatch(/^parse\/yaml 1:4\+\d+ unresolved tag: /);
  expect(more).toEqual([]);
});

test("a document with an error in every line shows the first twenty", () => {
  expect(findings("- ]\n".repeat(500))).toHaveLength(20);
});
