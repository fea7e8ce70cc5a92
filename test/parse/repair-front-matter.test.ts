import { expect, test } from "vitest";
import { parse } from "yaml";
import { repairFrontMatter } from "../../src/parse/repair-front-matter.ts";

// What the real Codex 0.169 loads and refuses, each tried on the binary.
test.each([
  ["description: a: b", "a: b"],
  ["description: `a` b", "`a` b"],
  ["description: [a] b", "[a] b"],
  ["description: @x y", "@x y"],
  ["description: &a b: c", "&a b: c"],
  ["description: it's: b", "it's: b"],
  ["description: a: b # c", "a: b"],
  ["description: a:\tb", "a:\tb"],
])("repairs %j", (line, value) => {
  expect(parse(repairFrontMatter(line) ?? "")).toEqual({ description: value });
});

test.each([
  'description: "a": b',
  "description: %a",
  "description: *a b",
  "description: a:",
  "description: - a",
  "description: a\n  b: c",
])("leaves %j as it is", (block) => {
  const repaired = repairFrontMatter(block);
  expect(() => parse(repaired ?? block)).toThrow();
});

test("repairs other fields too, and none inside a block of text", () => {
  expect(repairFrontMatter("description: >\n  a: b\nargument-hint: [a] [b]")).toBe(
    "description: >\n  a: b\nargument-hint: '[a] [b]'",
  );
});
