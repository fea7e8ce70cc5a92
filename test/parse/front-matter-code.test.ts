import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import matter from "gray-matter";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseFrontMatter } from "../../src/parse/front-matter.ts";
import { said } from "../helpers/said.ts";

let directory: string;
let canary: string;
const dead = (): boolean => "batonCanary" in globalThis || existsSync(canary);
const program = (language: string): string => `---${language}
({ name: (() => {
  globalThis.batonCanary = true;
  process.getBuiltinModule("node:fs").writeFileSync(${JSON.stringify(canary)}, "x");
  return "x";
})() })
---
Body
`;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "baton-canary-"));
  canary = join(directory, "canary");
});
afterEach(() => {
  delete (globalThis as { batonCanary?: unknown }).batonCanary;
  rmSync(directory, { recursive: true });
});

test("the canary dies where front matter is evaluated, as gray-matter does by default", () => {
  expect(matter(program("js"), {}).data).toEqual({ name: "x" });
  expect(dead()).toBe(true);
});

test.each(["js", "javascript", " js", "JS", "coffee", "cson", "json", "toml", "yaml", "own"])(
  "front matter in %s runs nothing and is refused",
  (language) => {
    const { value, findings } = parseFrontMatter(program(language), "SKILL.md");
    expect(dead()).toBe(false);
    expect(value).toBeUndefined();
    expect(findings.map(said)).toEqual([
      `parse/front-matter-language 1:1 the front matter is marked as "${language.trim()}" → use plain --- and YAML`,
    ]);
  },
);

test("a program in plain front matter is text", () => {
  parseFrontMatter(program(""), "SKILL.md");
  parseFrontMatter(`---\nname: !!js/function ${JSON.stringify(program(""))}\n---\n`, "SKILL.md");
  expect(dead()).toBe(false);
});

test("a language a megabyte long is cut in its message", () => {
  const { findings } = parseFrontMatter(`---${"j".repeat(1_000_000)}\n---\n`, "SKILL.md");
  expect(findings[0]?.message).toBe(`the front matter is marked as "${"j".repeat(56)}…`);
});
