import { expect, test } from "vitest";
import { parseFrontMatter } from "../../src/parse/front-matter.ts";
import { processorMs } from "../helpers/processor-ms.ts";
import { said } from "../helpers/said.ts";
import { textAt } from "../helpers/text-at.ts";

test.each([
  ["LF", "---\nname: x\ndescription: y\n---\n\nBody\n", "\nBody\n"],
  ["CRLF", "---\r\nname: x\r\ndescription: y\r\n---\r\n\r\nBody\r\n", "\r\nBody\r\n"],
  ["spaces behind the dashes", "---  \nname: x\ndescription: y\n--- \t\n\nBody\n", "\nBody\n"],
])("front matter and body are told apart with %s", (_, text, body) => {
  const { locate, ...rest } = parseFrontMatter(text, "SKILL.md");
  expect(rest).toEqual({ value: { name: "x", description: "y" }, findings: [], body, bodyLine: 5 });
  expect(locate("/description")).toEqual({ line: 3, column: 14, length: 1 });
  expect(textAt(text, locate("/name", "key"))).toBe("name");
});

test.each([
  ["an empty block", "---\n---\nBody", "Body", 3],
  ["nothing but a comment", "---\n# later\n---\nBody", "Body", 4],
  ["no body", "---\n---", "", 2],
])("%s is null, not a mistake", (_, text, body, bodyLine) => {
  expect(parseFrontMatter(text, "SKILL.md")).toMatchObject({ value: null, findings: [], body, bodyLine });
});

test("dashes in the body belong to the body", () => {
  expect(parseFrontMatter("---\nname: x\n---\none\n---\ntwo", "SKILL.md").body).toBe("one\n---\ntwo");
});

test("a finding inside the block stands in its line of the file", () => {
  expect(parseFrontMatter("---\nname: x\nname: y\n---\n", "SKILL.md").findings.map(said)).toEqual([
    'parse/duplicate-key 3:1+4 "name" is given twice',
  ]);
});

test("a line that only starts with dashes does not close the block", () => {
  const { value, findings } = parseFrontMatter("---\nname: x\n---more\nand: y\n---\nBody", "SKILL.md");
  expect(value).toBeUndefined();
  expect(findings.map((finding) => finding.code)).toEqual(["parse/yaml"]);
});

const missing = "parse/front-matter-missing 1:1 the file does not start with a line of --- → start the file with ---";
test.each([
  ["no dashes", "# Title\n", missing],
  ["nothing", "", missing],
  ["a byte order mark", "\uFEFF---\nname: x\n---\n", missing],
  ["a blank line", "\n---\nname: x\n---\n", missing],
  ["four dashes", "----\nname: x\n----\n", missing],
  ["dashes and nothing else", "---", missing],
  [
    "a block that is never closed",
    "---\nname: x\n",
    "parse/front-matter-missing 1:1 the front matter is not closed → close it with a line of ---",
  ],
])("a file that starts with %s has no front matter, and is body as a whole", (_, text, expected) => {
  const parsed = parseFrontMatter(text, "SKILL.md");
  expect(parsed).toMatchObject({ value: undefined, body: text, bodyLine: 1 });
  expect(parsed.findings.map(said)).toEqual([expected]);
});

test("many blank lines take no quadratic time", () => {
  const since = process.cpuUsage();
  const { value } = parseFrontMatter(`---\nname: x\n${"\n".repeat(300_000)}---\n`, "SKILL.md");
  expect(value).toEqual({ name: "x" });
  expect(processorMs(since)).toBeLessThan(6_000);
});
