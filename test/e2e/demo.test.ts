import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("the demo shows a whole medium flow, and what became of it", { timeout: 240_000 }, async () => {
  const env = { ...process.env, PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"]}` };
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/demo.ts"], { cwd: root, env });
  expect(stdout).toContain("Everything is in force.");
  expect(stdout).toContain("Codex reports: Completion report.");
  expect(stdout).toContain("clean: recipe-implement was followed to its end");
});
