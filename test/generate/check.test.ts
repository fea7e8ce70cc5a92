import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("everything generated in this repository is what its sources say", () => {
  const root = join(import.meta.dirname, "../..");
  const call = [join(root, "scripts/generate.ts"), "--check"];
  expect(execFileSync(process.execPath, call, { cwd: root, encoding: "utf8" })).toBe("");
});
