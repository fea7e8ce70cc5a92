import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { setUpDoctor, write } from "./doctor-bench.ts";
import { codexProgram, runDoctor } from "./doctor-run.ts";
import { runBaton } from "./install-baton.ts";
import { trustHooks } from "./trust-hooks.ts";
import { setUpWorkbench } from "./workbench.ts";

const foreignServer = '[mcp_servers.baton]\ncommand = "no-such-conductor"\n';
const agent = (name: string, description: string): string =>
  `name = "${name}"\ndescription = "${description}"\ndeveloper_instructions = "Do it."\n`;
const skill = (name: string): string => `---\nname: ${name}\ndescription: Another one.\n---\nDo it.\n`;

async function change(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

describe("baton doctor, asking the real Codex", { timeout: 60_000 }, () => {
  test("a fresh install lacks nothing but trust in the hooks, and baton trust gives that", async () => {
    const bench = await setUpWorkbench({ script: [] });
    const { root } = bench.repository;
    await runBaton(root, bench.home.env, "install", "--yes");

    const fresh = await runDoctor(root, bench.home.env);
    await baton(["trust", "--yes", "--codex", codexProgram], { cwd: root, env: bench.home.env });
    const trusted = await runDoctor(root, bench.home.env);

    expect(fresh).toMatchObject({ status: 0, found: ["warning codex/hook-untrusted .codex/hooks.json"] });
    expect(trusted).toMatchObject({
      status: 0,
      found: [],
      areas: [
        ...["Node: ok", "Codex: ok", "Files: ok", "Trust: ok", "Hooks: ok"],
        ...["Skills: ok", "Listing: ok", "Agents: ok", "MCP: ok"],
      ],
    });
    expect(bench.model.requests).toEqual([]);
  });

  test("a project that is not trusted is one error, and the lines it shows are its cure", async () => {
    const { config, doctor } = await setUpDoctor();
    const trusting = await readFile(config, "utf8");
    await writeFile(config, trusting.replace(/\[projects\."[^\]]*"\]\ntrust_level = "trusted"\n/, ""));

    const untrusted = await doctor();
    await appendFile(config, `${untrusted.lines}\n`);

    expect(untrusted).toMatchObject({ status: 1, found: [`error codex/project-untrusted ${config}`] });
    expect(untrusted.areas).toContain("Skills: ok");
    expect(untrusted.areas).toContain("Agents: skipped");
    expect(await doctor()).toMatchObject({ status: 0, found: [] });
  });

  test("a hook that was changed after it was trusted is an error", async () => {
    const { root, doctor } = await setUpDoctor();
    await change(join(root, ".codex/hooks.json"), '"timeout": 30', '"timeout": 31');

    expect(await doctor()).toMatchObject({ status: 1, found: ["error codex/hook-modified .codex/hooks.json"] });
  });

  test("hooks that a person switched off are told, and are no fault", async () => {
    const { root, doctor } = await setUpDoctor();
    await baton(["hook", "off", "--as", "ann"], { cwd: root });

    const { status, found, output } = await doctor();

    expect({ status, found }).toEqual({ status: 0, found: ["info codex/hooks-switched-off .codex/hooks.json"] });
    expect(output).toContain("switched off by ann on ");
  });

  test("events that an older install has not wired are a warning", async () => {
    const { root, doctor } = await setUpDoctor();
    const manifest = join(root, ".baton/manifest.json");
    const value = JSON.parse(await readFile(manifest, "utf8"), (key, one) => (key === "PreToolUse" ? undefined : one));
    await writeFile(manifest, JSON.stringify(value));

    const { status, found, output } = await doctor();

    expect({ status, found }).toEqual({ status: 0, found: ["warning codex/hooks-outdated .codex/hooks.json"] });
    expect(output).toContain('no hook for \\"PreToolUse\\"');
  });

  test("a hook that was taken out or switched off is an error", async () => {
    const { root, config, doctor } = await setUpDoctor();
    await appendFile(config, "enabled = false\n");
    const off = await doctor();
    await writeFile(join(root, ".codex/hooks.json"), '{"hooks": {}}\n');
    const out = await doctor();
    await writeFile(join(root, ".codex/hooks.json"), '{"version": 1, "hooks": {}}\n');

    expect(off).toMatchObject({ status: 1, found: [`error codex/hook-disabled ${config}`] });
    expect(out).toMatchObject({ status: 1, found: ["error codex/hook-missing .codex/hooks.json"] });
    expect(await doctor()).toMatchObject({ status: 1, found: ["error codex/hooks-rejected .codex/hooks.json"] });
  });

  test("a skill that is gone, broken or renamed is an error", async () => {
    const { root, doctor } = await setUpDoctor();
    const at = (name: string): string => join(root, ".agents/skills", name, "SKILL.md");
    await rm(at("testing"));
    await writeFile(at("coding-rules"), "---\nname: coding-rules\n---\n");
    await change(at("recipe-implement"), "name: recipe-implement", "name: recipe-build");

    expect((await doctor()).found).toEqual([
      "error codex/skill-not-loaded .agents/skills/coding-rules/SKILL.md",
      "error codex/skill-renamed .agents/skills/recipe-implement/SKILL.md",
      "error codex/skill-missing .agents/skills/testing/SKILL.md",
    ]);
  });

  test("a skill that is there twice is an error, and the lines it shows are its cure", async () => {
    const { bench, root, config, doctor } = await setUpDoctor();
    await write(join(bench.home.userPath, ".agents/skills/mine/SKILL.md"), skill("testing"));
    const found = ["error codex/skill-doubled .agents/skills/testing/SKILL.md"];

    const doubled = await doctor();
    await appendFile(config, `${doubled.lines}\n`);

    expect(doubled).toMatchObject({ status: 1, found });
    expect(await doctor()).toMatchObject({ status: 0, found: [] });
    await write(join(root, ".codex/skills/testing/SKILL.md"), skill("testing"));
    expect(await doctor()).toMatchObject({ status: 1, found });
  });

  test("an install for the user beside that of the project is one error, from either side", async () => {
    const { bench, root, doctor } = await setUpDoctor();
    await runBaton(root, bench.home.env, "install", "--user", "--yes");
    await baton(["trust", "--user", "--yes", "--codex", codexProgram], { cwd: root, env: bench.home.env });
    const user = await runDoctor(root, bench.home.env, ["--user", "--codex", codexProgram]);

    const manifest = join(bench.home.path, "baton/manifest.json");
    expect(await doctor()).toMatchObject({ status: 1, found: [`error codex/installed-twice ${manifest}`] });
    expect(user).toMatchObject({ status: 1, found: ["error codex/installed-twice .baton/manifest.json"] });
    await runBaton(root, bench.home.env, "uninstall", "--user", "--yes");
    expect(await doctor()).toMatchObject({ status: 0, found: [] });
  });

  test("an agent that is gone, or that Codex drops for a key it does not know, is an error", async () => {
    const { root, doctor } = await setUpDoctor();
    await rm(join(root, ".codex/agents/work-planner.toml"));
    await change(join(root, ".codex/agents/code-verifier.toml"), "name =", 'colour = "red"\nname =');

    const { status, found, output } = await doctor();

    expect({ status, found }).toEqual({
      status: 1,
      found: [
        "error codex/agent-malformed .codex/agents/code-verifier.toml",
        "error codex/agent-missing .codex/agents/work-planner.toml",
      ],
    });
    expect(output).toContain('remove \\"colour\\"');
    expect(output).toContain('"line": 1');
  });

  test("a second agent of the same name is a warning where it loses and an error where it wins", async () => {
    const { bench, root, doctor } = await setUpDoctor();
    const shipped = await readFile(join(root, ".codex/agents/code-verifier.toml"), "utf8");
    const description = /^description = "(.*)"$/m.exec(shipped)?.[1] ?? "";
    await write(join(bench.home.path, "agents/mine.toml"), agent("code-verifier", "Mine."));
    const loses = await doctor();
    await write(join(root, "app/.codex/agents/near.toml"), agent("code-verifier", description));

    expect(loses).toMatchObject({
      status: 0,
      found: ["warning codex/agent-doubled .codex/agents/code-verifier.toml"],
    });
    expect(await doctor(join(root, "app"))).toMatchObject({
      status: 1,
      found: ["error codex/agent-shadowed ../.codex/agents/code-verifier.toml"],
    });
  });

  test("an agent that config.toml defines under the same name is in force instead", async () => {
    const { root, doctor } = await setUpDoctor();
    await appendFile(join(root, ".codex/config.toml"), '\n[agents.code-verifier]\ndescription = "Configured."\n');

    const { status, found, hint } = await doctor();

    expect({ status, found }).toEqual({
      status: 1,
      found: ["error codex/agent-shadowed .codex/agents/code-verifier.toml"],
    });
    expect(hint).toBe("rename or remove .codex/config.toml");
  });

  test("an MCP server that does not start is an error, one that is switched off a warning", async () => {
    const { root, doctor } = await setUpDoctor();
    const config = join(root, ".codex/config.toml");
    await change(config, 'command = "node"', 'command = "no-such-program"');
    const dead = await doctor();
    await appendFile(config, "enabled = false\n");

    expect(dead).toMatchObject({ status: 1, found: ["error codex/server-failed .codex/config.toml"] });
    expect(await doctor()).toMatchObject({ status: 0, found: ["warning codex/server-disabled .codex/config.toml"] });
  });

  test("another MCP server of the name is an error, and what it says is its cure", async () => {
    const bench = await setUpWorkbench({ script: [], files: { ".codex/config.toml": foreignServer } });
    const { root } = bench.repository;
    await runBaton(root, bench.home.env, "install", "--yes", "--on-conflict", "keep");
    await trustHooks(bench);
    const foreign = await runDoctor(root, bench.home.env);
    await change(join(root, ".codex/config.toml"), "[mcp_servers.baton]", "[mcp_servers.mine]");
    const renamed = await runDoctor(root, bench.home.env);
    await runBaton(root, bench.home.env, "install", "--restore", "--yes");

    expect(foreign).toMatchObject({ status: 1, found: ["error codex/server-foreign .codex/config.toml"] });
    expect(renamed).toMatchObject({ status: 1, found: ["error codex/server-missing .codex/config.toml"] });
    expect(await runDoctor(root, bench.home.env)).toMatchObject({ status: 0, found: [] });
  });

  test("a configuration that does not parse is one error, with its place", async () => {
    const { root, doctor } = await setUpDoctor();
    await write(join(root, ".codex/config.toml"), "a = 1\nb = [\n");

    const { status, found, output } = await doctor();

    expect({ status, found }).toEqual({ status: 1, found: ["error codex/config-invalid .codex/config.toml"] });
    expect(output).toContain('"line": 2');
  });

  test("descriptions that Codex cuts are a warning", async () => {
    const { bench, doctor } = await setUpDoctor();
    for (let at = 0; at < 120; at++) {
      const text = `---\nname: big-${at}\ndescription: ${"word ".repeat(150)}\n---\nDo it.\n`;
      await write(join(bench.home.userPath, `.agents/skills/big-${at}/SKILL.md`), text);
    }

    const { status, found, output } = await doctor();

    expect({ status, found }).toMatchObject({ status: 0, found: [expect.stringContaining("codex/listing-cut")] });
    expect(output).toContain('\\"coding-rules\\"');
  });

  test("switched-off features are named", async () => {
    const { config, doctor } = await setUpDoctor();
    await appendFile(config, "\n[features]\nhooks = false\n[agents]\nenabled = false\n");

    expect((await doctor()).found).toEqual([`error codex/hooks-off ${config}`, `error codex/agents-off ${config}`]);
  });
});
