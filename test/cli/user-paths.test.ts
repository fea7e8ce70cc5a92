import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { makeRepository } from "./support/repository.ts";

it("names the real files of an install for the user: in plans, in conflicts, in findings, at the end", async () => {
  const { home, run, json } = makeRepository();
  expect((await run("install --user --dry-run")).out).toMatch(/create +~\/\.codex\/hooks\.json {2}made/);
  const skill = join(home, ".agents/skills/testing/SKILL.md");
  mkdirSync(join(skill, ".."), { recursive: true });
  writeFileSync(skill, "mine\n");
  expect((await run("install --user")).err).toContain(`${skill}: error: a different file of yours stands here`);
  expect((await run("install --user --on-conflict merge")).out).toContain(
    "~/.agents/skills/testing/SKILL.md  your own file and Baton's differ (~/.codex/baton/conflicts/.agents/skills/testing/SKILL.md)",
  );
  expect(await json("install --user")).toMatchObject({ scope: "user" });
  expect((await run("status --user")).out).toContain("conflict, its copy is in ~/.codex/baton/conflicts");
  writeFileSync(join(home, ".codex/config.toml"), "a = \n");
  expect((await run("install --user")).err).toContain(`${join(home, ".codex/config.toml")}:1:`);
  writeFileSync(join(home, ".codex/baton/runs.db"), "runs");
  expect((await run("uninstall --user")).out).toContain(
    "Still in ~/.codex/baton, because it is yours: ~/.codex/baton/",
  );
});

it("names a CODEX_HOME outside of the home by its path", async () => {
  const { root, home } = makeRepository();
  const codex = join(root, "codex");
  const env = { HOME: home, CODEX_HOME: codex };
  const { out } = await baton(["install", "--user", "--dry-run"], { cwd: root, env });
  expect(out).toContain(`create        ${codex}/hooks.json  made for Baton's settings`);
  expect(out).toContain(`create        ${codex}/baton/contract.yaml  new`);
});
