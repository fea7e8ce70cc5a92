import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { version } from "../../src/cli/version.ts";
import { baton } from "../helpers/fake-io.ts";
import { makeRepository } from "./support/repository.ts";

const skill = ".agents/skills/coding-rules/SKILL.md";
const agent = ".codex/agents/task-executor.toml";

it("installs the real pack, says what it did in a few lines, and what comes next", async () => {
  const { root, run, read } = makeRepository();
  const { status, out } = await run("install");
  expect(status).toBe(0);
  expect(out).toMatch(new RegExp(`^Baton ${version} in ${root}\n`));
  expect(out).toMatch(/create +\d+ skill files, .*\d+ agents/);
  expect(out).toContain("$recipe-implement");
  expect(out.split("\n").length).toBeLessThan(12);
  expect(read(skill)).toMatch(/^---\nname: coding-rules\n/);
  expect(read(".codex/config.toml")).toContain("[mcp_servers.baton]");
  expect(read(".codex/hooks.json")).toContain("hook.mjs");
  expect(read(".baton/.gitignore")).toContain("runs.db*\n");
});

it("is up to date when it is run again", async () => {
  const { run, tree } = makeRepository();
  await run("install");
  const before = tree();
  const { status, out } = await run("install");
  expect({ status, out }).toEqual({ status: 0, out: expect.stringMatching(/: up to date\n$/) });
  expect(tree()).toEqual(before);
});

it("names every file and writes none with --dry-run", async () => {
  const { run, tree } = makeRepository();
  const { out } = await run("install --dry-run");
  expect(out).toContain(`create        ${skill}  new\n`);
  expect(out).toMatch(/Nothing was written\.\n$/);
  expect(Object.keys(tree())).toEqual([]);
});

it("gives the plan as data with --json", async () => {
  const { json, root } = makeRepository();
  expect(await json("install --dry-run")).toMatchObject({
    ok: true,
    status: "planned",
    version,
    from: null,
    scope: "project",
    root,
    actions: expect.arrayContaining([{ kind: "create", target: skill, reason: "new" }]),
  });
  expect(await json("install")).toMatchObject({ status: "done" });
  expect(await json("install")).toMatchObject({ status: "nothing", from: version });
});

it("says where to install when there is no repository, and waits for nobody", async () => {
  const { root, run } = makeRepository();
  rmSync(join(root, ".git"), { recursive: true });
  const { status, err } = await run("install --yes");
  expect(status).toBe(2);
  expect(err).toContain("install/no-repository");
  expect(err).toContain("--directory <dir>");
});

it("installs where --directory says, repository or not", async () => {
  const { root, home, run, read } = makeRepository();
  rmSync(join(root, ".git"), { recursive: true });
  mkdirSync(join(root, "a place with spaces"));
  const argv = ["install", "--directory", "a place with spaces"];
  expect((await baton(argv, { cwd: root, env: { HOME: home } })).status).toBe(0);
  expect(read(`a place with spaces/${skill}`)).toContain("coding-rules");
  expect((await run("status", "a place with spaces")).status).toBe(0);
  expect((await run("install --directory nowhere")).status).toBe(2);
  expect((await run("install --directory . --user")).status).toBe(2);
});

it("warns where no hook will start, and installs all the same", async () => {
  const { root, home, run } = makeRepository();
  rmSync(join(root, ".git"), { recursive: true });
  const argv = ["install", "--directory", "."];
  const outside = { cwd: root, env: { HOME: home, PATH: process.env["PATH"] } };
  const { status, out } = await baton(argv, outside);
  expect(status).toBe(0);
  expect(out).toMatch(
    /hooks\.json: warning: no hook can start: git, .* says "not a git repository.*\[codex\/hooks-astray\]/,
  );
  expect(out).toMatch(/hint: run git init in .*\n\nNext:/);
  const again = JSON.parse((await baton([...argv, "--json"], outside)).out);
  expect(again).toMatchObject({ ok: true, warnings: [{ code: "codex/hooks-astray", severity: "warning" }] });
  expect((await run("uninstall")).status).toBe(0);
});

it("installs for the user, and takes it away again", async () => {
  const { home, run } = makeRepository();
  expect((await run("install --user")).status).toBe(0);
  expect((await run("status --user")).out).toContain(`Baton ${version} in ${join(home, ".codex")} (user`);
  expect((await run("status")).status).toBe(1);
  expect((await run("uninstall --user")).out).toContain("everything is as it was");
});

it("warns of an install in the other scope, whichever comes second", async () => {
  const [first, second] = [makeRepository(), makeRepository()];
  const twice =
    /warning: Baton is installed twice, in ".*" and in ".*": .*\[codex\/installed-twice\]\n {2}hint: uninstall one/;
  expect((await first.run("install")).out).not.toMatch(twice);
  expect((await first.run("install --user")).out).toMatch(twice);
  expect((await second.run("install --user")).out).not.toMatch(twice);
  expect(await second.json("install")).toMatchObject({ ok: true, warnings: [{ code: "codex/installed-twice" }] });
});

it("names in every next step the place it was told of", async () => {
  const { root, home, run } = makeRepository();
  mkdirSync(join(root, "app"));
  const user = (await run("install --user")).out;
  expect(user).toContain("1. baton trust --user says what");
  expect(user).toContain("2. baton doctor --user shows what");
  expect((await run("install --directory app")).out).toContain(
    `2. baton doctor --directory ${join(root, "app")} shows`,
  );
  expect((await run("install --directory .", "app")).out).toContain("up to date");
  expect((await run("install")).out).toContain("2. baton doctor shows what");
  rmSync(join(home, ".codex"), { recursive: true });
  expect((await run("update --user")).err).toContain("hint: run baton install --user\n");
  expect((await run("diff --user")).err).toContain("hint: run baton install --user\n");
});

it("brings an older install up to date over the user's edits", async () => {
  const { age, run, read, write, json } = makeRepository();
  await run("install");
  const now = read(agent);
  age(agent, now.replace(/^description = .*$/m, 'description = "old"'));
  write(agent, `${read(agent)}\n# mine\n`);
  expect(await json("status")).toMatchObject({
    version: "0.0.1",
    available: version,
    drift: [{ target: agent, kind: "edited" }],
  });
  expect((await run("status")).out).toContain(`baton update would bring it to ${version}:\n  merge`);
  const { status, out } = await run("update");
  expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining(`Baton 0.0.1 → ${version}`) });
  expect(read(agent)).toBe(`${now}\n# mine\n`);
});

it("exits 1 where both changed the same lines, and says how to go on", async () => {
  const { age, run, read, write } = makeRepository();
  await run("install");
  age(skill, "---\nname: x\n---\nold\n");
  write(skill, "---\nname: x\n---\nmine\n");
  const { status, out } = await run("update");
  expect(status).toBe(1);
  expect(out).toContain(`conflict      ${skill}  you and Baton changed the same lines (.baton/conflicts/${skill})`);
  expect(read(skill)).toBe("---\nname: x\n---\nmine\n");
  expect((await run("status")).out).toContain("conflict, its copy is in .baton/conflicts");
  expect((await run("update --on-conflict take")).status).toBe(0);
  expect(read(`.baton/backup/1/${skill}`)).toBe("---\nname: x\n---\nmine\n");
});

it("does not update what is not installed", async () => {
  const { run } = makeRepository();
  expect(await run("update")).toMatchObject({ status: 2, err: expect.stringContaining("install/not-installed") });
});

it("says when nothing is installed, and how to change that", async () => {
  const { root, run, json } = makeRepository();
  const out = `Baton is not installed in ${root}: baton install puts ${version} there\n`;
  expect(await run("status")).toMatchObject({ status: 1, out });
  expect(await json("status")).toEqual({ ok: true, installed: false, available: version });
  expect((await run("uninstall")).status).toBe(0);
});

it("fails on drift only when asked to", async () => {
  const { run, write } = makeRepository();
  await run("install");
  expect((await run("status --exit-code")).status).toBe(0);
  write(skill, "mine\n");
  expect((await run("status")).status).toBe(0);
  expect((await run("status --exit-code")).status).toBe(1);
});

it("notices settings of ours that were taken out, and brings them back when asked to", async () => {
  const { run, read, write } = makeRepository();
  await run("install");
  const whole = read(".codex/config.toml");
  write(".codex/config.toml", 'model = "mine"\n');
  expect((await run("status")).out).toContain(".codex/config.toml  deleted");
  await run("update");
  expect(read(".codex/config.toml")).toBe('model = "mine"\n');
  await run("update --restore");
  expect(read(".codex/config.toml")).toBe(`model = "mine"\n\n${whole}`);
});

it("says when Codex will read no hook of a file, whatever is put into it", async () => {
  const { run, json, write } = makeRepository();
  write(".codex/hooks.json", '{"version": 1, "hooks": {}}');
  expect((await run("install --dry-run")).out).toContain("[install/hooks-rejected]");
  expect(await json("install")).toMatchObject({ ok: true, findings: [{ code: "install/hooks-rejected" }] });
});

it("leaves a settings file alone that does not parse, says where, and writes nothing", async () => {
  const { run, tree, write } = makeRepository();
  write(".codex/config.toml", 'model = "x"\nmodel\n');
  const before = tree();
  const { status, err } = await run("install");
  expect({ status, err }).toEqual({
    status: 3,
    err: expect.stringMatching(/^\.codex\/config\.toml:2:\d+: error: .*install\/config-unreadable/),
  });
  expect(tree()).toEqual(before);
});

it("lists what the pack holds and what of it is installed", async () => {
  const { run, json } = makeRepository();
  expect((await run("list")).out).toMatch(/Recipes.*\n {2}○ recipe-implement +\S/);
  await run("install");
  const item = { kind: "agent", name: "task-executor", installed: true, description: expect.stringMatching(/./) };
  expect(await json("list")).toMatchObject({ items: expect.arrayContaining([item]) });
});

it("names what stays after an uninstall", async () => {
  const { run, tree, write } = makeRepository();
  await run("install");
  write(skill, "mine\n");
  write(".baton/runs.db", "runs\n");
  const { out } = await run("uninstall");
  expect(out).toContain(`keep          ${skill}  you edited it`);
  expect(out).toContain("Still in .baton, because it is yours: .baton/runs.db");
  expect(tree()).toEqual({ [skill]: "mine\n", ".baton/runs.db": "runs\n" });
});

it.each(["install", "update", "status", "diff", "list", "uninstall"])(
  "%s --help shows how it is called, with examples",
  async (command) => {
    const { status, out } = await baton([command, "--help"]);
    expect(status).toBe(0);
    expect(out).toContain("--user");
    expect(out).toMatch(/Examples:\n {2}\S/);
  },
);
