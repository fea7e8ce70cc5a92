import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeRepository } from "./support/repository.ts";

const skill = ".agents/skills/coding-rules/SKILL.md";

it("shows a deleted file against /dev/null, and one without a pristine copy by its name", async () => {
  const { root, run, read } = makeRepository();
  await run("install");
  const lines = read(skill).trimEnd().split("\n");
  for (const path of [skill, ".baton/bin/baton.mjs"]) rmSync(join(root, path));
  const { out } = await run("diff");
  const head = [`--- base/${skill}`, "+++ /dev/null", `@@ -1,${lines.length} +0,0 @@`];
  expect(out).toContain([...head, ...lines.map((line) => `-${line}`)].join("\n"));
  expect(out).toContain("# .baton/bin/baton.mjs was deleted; there is no pristine copy of it to compare with\n");
});

it("shows Baton's own part of the settings files where it was edited, and nothing of the rest", async () => {
  const { run, read, write } = makeRepository();
  write(".codex/config.toml", "a = 1\n");
  await run("install");
  expect((await run("diff .codex/config.toml")).out).toBe("");
  write(".codex/config.toml", `b = 2\n${read(".codex/config.toml").replace("sec = 10", "sec = 60")}`);
  write(".codex/hooks.json", read(".codex/hooks.json").replace('"timeout": 30', '"timeout": 60'));
  const { out } = await run("diff .codex/config.toml");
  expect(out).toMatch(/^--- base\/\.codex\/config\.toml\n\+\+\+ yours\/\.codex\/config\.toml\n@@/);
  expect(out.split("\n").filter((line) => /^[-+][^-+]/.test(line))).toEqual([
    "-startup_timeout_sec = 10",
    "+startup_timeout_sec = 60",
  ]);
  expect((await run("diff .codex")).out).toContain('+            "timeout": 60\n');
  write(".codex/config.toml", "a = \n");
  expect((await run("diff")).out).toContain("# .codex/config.toml cannot be compared: ");
});

it("gives a patch that takes edits, deletions and edited settings back", async () => {
  const { root, run, read, write, tree } = makeRepository();
  write(".codex/hooks.json", '{"hooks": {"Stop": []}}');
  await run("install");
  const before = tree();
  rmSync(join(root, skill));
  write(".agents/skills/testing/SKILL.md", "mine\n");
  write(".codex/config.toml", "");
  write(".codex/hooks.json", read(".codex/hooks.json").replace(/"timeout": ?30/, '"timeout": 5'));
  const { out } = await run("diff");
  execFileSync("git", ["apply", "-R"], { cwd: root, input: out });
  expect(tree()).toEqual(before);
});
