import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { version } from "../../src/cli/version.ts";
import { makeRepository } from "./support/repository.ts";

// One test for each defect that was reproduced in a pack of this kind: here they are absent.
const skill = ".agents/skills/coding-rules/SKILL.md";

it("a project install does not overwrite a user's own SKILL.md", async () => {
  const { run, read, write, tree } = makeRepository();
  write(skill, "my own\n");
  const before = tree();
  const { status, err } = await run("install --yes");
  expect(status).toBe(3);
  expect(err).toContain(`${skill}: error: a different file of yours stands here [install/conflict]`);
  expect(tree()).toEqual(before);
  expect((await run("install --on-conflict keep")).status).toBe(0);
  expect(read(skill)).toBe("my own\n");
});

it("an install does not write through a symlink to a file outside the project", async () => {
  const { root, home, run } = makeRepository();
  const outside = join(home, "precious.md");
  writeFileSync(outside, "precious\n");
  mkdirSync(join(root, ".agents/skills/coding-rules"), { recursive: true });
  symlinkSync(outside, join(root, skill));
  const { status, err } = await run("install --on-conflict take");
  expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining("install/symlink") });
  expect(readFileSync(outside, "utf8")).toBe("precious\n");
});

it("an install does not follow a skill directory that is a symlink to /", async () => {
  const { root, run } = makeRepository();
  mkdirSync(join(root, ".agents/skills"), { recursive: true });
  symlinkSync("/", join(root, ".agents/skills/coding-rules"));
  const { status, err } = await run("install");
  expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining("install/symlink") });
  expect(readdirSync(root).sort()).toEqual([".agents", ".git"]);
});

it("a checkout with CRLF does not look edited, takes an update, and keeps its line ends", async () => {
  const { age, run, read, write, tree, json } = makeRepository();
  await run("install");
  const now = read(skill);
  age(skill, "---\nname: coding-rules\ndescription: old\n---\nold\n");
  for (const [path, text] of Object.entries(tree())) write(path, text.replaceAll("\n", "\r\n"));
  expect(await json("status")).toMatchObject({ version: "0.0.1", drift: [] });
  const { status, out } = await run("update");
  expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining(`update        ${skill}  not edited`) });
  expect(read(skill)).toBe(now.replaceAll("\n", "\r\n"));
  expect((await run("uninstall")).out).toContain("everything is as it was");
  expect(Object.keys(tree())).toEqual([]);
});

it("status in a sub-directory finds the install", async () => {
  const { root, run } = makeRepository();
  mkdirSync(join(root, "src/deep"), { recursive: true });
  expect((await run("install", "src/deep")).out).toContain(`Baton ${version} in ${root}\n`);
  const { status, out } = await run("status", "src/deep");
  expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining(`Baton ${version} in ${root} (project`) });
});

it("status detects drift, file by file", async () => {
  const { run, write, json } = makeRepository();
  await run("install");
  write(skill, "mine\n");
  expect(await json("status")).toMatchObject({ drift: [{ target: skill, kind: "edited" }] });
});

it("diff shows the edits", async () => {
  const { run, read, write } = makeRepository();
  await run("install");
  write(skill, `${read(skill)}mine\n`);
  const { status, out } = await run("diff coding-rules/SKILL.md", ".agents/skills");
  expect(status).toBe(0);
  expect(out).toMatch(new RegExp(`^--- base/${skill}\n\\+\\+\\+ yours/${skill}\n@@ .*\\+mine\n$`, "s"));
});

it("uninstall leaves the repository as it was", async () => {
  const { run, write, tree } = makeRepository("a repository with spaces");
  write(".codex/config.toml", '# mine\r\nmodel = "x"');
  write(".codex/hooks.json", '{"hooks": {}}');
  write("README.md", "mine\n");
  const before = tree();
  expect((await run("install")).status).toBe(0);
  expect((await run("uninstall")).status).toBe(0);
  expect(tree()).toEqual(before);
});
