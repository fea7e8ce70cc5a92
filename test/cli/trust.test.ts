import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventWords } from "../../src/cli/trust/event-words.ts";
import { hookEvents } from "../../src/install/config/hook-group.ts";
import { hookGroups } from "../../src/install/config/wanted.ts";
import { baton } from "../helpers/fake-io.ts";
import { makeRepository, type Repository } from "./support/repository.ts";

/** A repository with Baton in it, and a Codex home in whose config.toml these lines stand. */
async function installed(config = ""): Promise<Repository & { readonly config: string }> {
  const repository = makeRepository();
  await repository.run("install --yes");
  const codexHome = join(repository.home, ".codex");
  mkdirSync(codexHome);
  writeFileSync(join(codexHome, "config.toml"), config);
  return { ...repository, config: join(codexHome, "config.toml") };
}

test("every event that is wired has words for what its hook may do", () => {
  const wired = hookEvents.filter((event) => hookGroups({ kind: "project" })[event] !== undefined);
  expect(new Set(wired.map(eventWords)).size).toBe(wired.length);
  expect(wired.map(eventWords)).not.toContain(eventWords("Interrupt"));
});

test.each([[["trust", "--yes"]], [["trust", "--remove"]]])("%j is refused in an agent's shell", async (words) => {
  const { root, home, config } = await installed("a = 1\n");
  const ran = await baton(words, { cwd: root, env: { HOME: home, CODEX_SANDBOX: "seatbelt" } });
  expect(ran).toMatchObject({ status: 3, err: expect.stringContaining("[run/agent-shell]") });
  expect(readFileSync(config, "utf8")).toBe("a = 1\n");
});

test("without a Codex there is no trust to give", async () => {
  const { run } = await installed();
  expect(await run("trust --yes")).toMatchObject({ status: 3, err: expect.stringContaining("[codex/not-found]") });
});

test.each(["hook.mjs", "baton.mjs"])("a %s that is not there, or is a link, is no program to trust", async (name) => {
  const { root, run } = await installed();
  const program = join(root, ".baton/bin", name);
  rmSync(program);
  expect((await run("trust --yes --codex .git/../codex.js")).err).toContain("[codex/file-missing]");
  writeFileSync(join(root, "other.mjs"), "");
  symlinkSync(join(root, "other.mjs"), program);
  expect((await run("trust --yes --codex .git/../codex.js")).err).toContain("[codex/file-missing]");
});

test("trust is withdrawn without a Codex, from Baton's hooks and from hooks that are gone", async () => {
  const { root, config, run } = await installed();
  const key = (place: string): string => `[hooks.state."${root}/.codex/hooks.json:${place}"]\ntrusted_hash = "x"\n`;
  const mine = `# mine\n${key("stop:1:0").replace(root, "/elsewhere")}`;
  writeFileSync(config, `${mine}\n${key("stop:0:0")}\n${key("pre_tool_use:7:0")}`);

  const dry = await run("trust --remove --dry-run");
  const removed = await run("trust --remove");

  expect(dry.out).toContain("hooks.json:stop:0:0\n");
  expect(removed.out).toContain(`Took 2 entries out of ${config}, 1 of them for hooks that are not there any more.\n`);
  expect(readFileSync(config, "utf8")).toBe(mine);
  expect((await run("trust --remove")).out).toContain("nothing to withdraw");
});

test("what is withdrawn for the user is given back for the user", async () => {
  const { home, config, run } = await installed();
  writeFileSync(config, `[hooks.state."${home}/.codex/hooks.json:stop:0:0"]\ntrusted_hash = "x"\n`);

  expect((await run("trust --remove")).out).toContain("nothing to withdraw");
  expect((await run("trust --user --remove")).out).toMatch(/Back again: baton trust --user\n$/);
});

test("trust in the project stays when that in the hooks is withdrawn, and it is told how to take it away", async () => {
  const { root, config, run, json } = await installed();
  writeFileSync(config, `[projects."${root}"]\ntrust_level = "trusted"\n`);
  const stays = `Trust in the project stays: to take it away too, take trust_level out of [projects."${root}"] in ${config}.\n`;

  expect((await run("trust --remove")).out).toBe(
    `No trust in Baton's hooks is recorded here: nothing to withdraw.\n${stays}`,
  );
  expect(await json("trust --remove")).toMatchObject({ status: "nothing", project: root });
  writeFileSync(config, `[projects."${root}"]\ntrust_level = "untrusted"\n`);
  expect((await run("trust --remove --project")).out).not.toContain("stays");
});

test("a configuration that does not parse is left as it is", async () => {
  const { config, run } = await installed("a = [\n");
  expect(await run("trust --remove")).toMatchObject({
    status: 3,
    err: expect.stringContaining("[install/config-unreadable]"),
  });
  expect(readFileSync(config, "utf8")).toBe("a = [\n");
});

test("an uninstall tells of trust that stays on record, and nothing where there is none", async () => {
  const { root, config, run } = await installed();
  const other = await installed();
  writeFileSync(config, `[hooks.state."${root}/.codex/hooks.json:stop:0:0"]\ntrusted_hash = "x"\n`);

  expect((await run("uninstall --yes")).out).toContain("baton trust --remove takes it out");
  expect((await other.run("uninstall --yes")).out).not.toContain("baton trust");
  expect((await run("trust --remove")).out).toContain("Took 1 entry out of");
});
