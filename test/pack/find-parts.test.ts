import { expect, test } from "vitest";
import { loadPack } from "../../src/pack/load-pack.ts";
import { base } from "../helpers/lint-files.ts";
import { memoryReader } from "../helpers/memory-reader.ts";

const skill = "---\nname: x\ndescription: Does x.\n---\n";
const agent = 'name = "a"\ndescription = "d"\ndeveloper_instructions = "x"\n';

async function found(files: Readonly<Record<string, string>>): Promise<{ kind: string; parts: string[] }> {
  const pack = await loadPack(memoryReader(files), base);
  return { kind: pack.kind, parts: [...pack.agents, ...pack.skills].map(({ path }) => path) };
}

test("a pack is its skills, recipes and agents, and what lies under .agents and .codex at its top", async () => {
  const files = {
    "skills/a/SKILL.md": skill,
    "recipes/b/SKILL.md": skill,
    "agents/c.toml": agent,
    ".codex/agents/d.toml": agent,
    "test/e/.agents/skills/f/SKILL.md": skill,
  };
  expect(await found(files)).toEqual({
    kind: "pack",
    parts: ["agents/c.toml", ".codex/agents/d.toml", "skills/a/SKILL.md", "recipes/b/SKILL.md"],
  });
});

test("a pack with a contract of its own is one of Baton's kind", async () => {
  expect((await found({ "references/contract.yaml": "version: 1\n" })).kind).toBe("baton");
});

test("a project is searched in all its directories, but not in hidden ones, packages or repositories within", async () => {
  const files = {
    ".agents/skills/group/a/SKILL.md": skill,
    "packages/web/.codex/skills/b/SKILL.md": skill,
    "packages/web/.codex/agents/more/c.toml": agent,
    ".cache/.agents/skills/d/SKILL.md": skill,
    "node_modules/p/.agents/skills/e/SKILL.md": skill,
    "vendor/q/.git/HEAD": "",
    "vendor/q/.agents/skills/f/SKILL.md": skill,
    ".agents/skills/.hidden/g/SKILL.md": skill,
  };
  expect(await found(files)).toEqual({
    kind: "project",
    parts: [
      "packages/web/.codex/agents/more/c.toml",
      ".agents/skills/group/a/SKILL.md",
      "packages/web/.codex/skills/b/SKILL.md",
    ],
  });
});

test("never enters what the installer keeps under .baton", async () => {
  const files = {
    ".baton/contract.yaml": "version: 1\n",
    ".baton/base/skills/a/SKILL.md": "",
    ".baton/conflicts/b/SKILL.md": "",
  };
  expect(await found(files)).toEqual({ kind: "project", parts: [] });
});

test("a directory with a SKILL.md is one skill", async () => {
  expect(await found({ "SKILL.md": skill, "references/a.md": "" })).toEqual({ kind: "skill", parts: ["SKILL.md"] });
});

test("elsewhere skills and agents are found wherever they lie, and other TOML is left alone", async () => {
  const files = { "src/templates/a/SKILL.md": skill, "categories/b.toml": agent, "Cargo.toml": 'name = "c"\n' };
  expect(await found(files)).toEqual({ kind: "pack", parts: ["categories/b.toml", "src/templates/a/SKILL.md"] });
});

test("elsewhere a hidden directory is looked into for neither skills nor agents, until it is named itself", async () => {
  const hidden = { ".agent/skills/a/SKILL.md": skill, ".agent/agents/b.toml": agent, "notes.txt": "" };
  expect(await found(hidden)).toEqual({ kind: "pack", parts: [] });
  const named = { "skills/a/SKILL.md": skill, "agents/b.toml": agent };
  expect(await found(named)).toEqual({ kind: "pack", parts: ["agents/b.toml", "skills/a/SKILL.md"] });
});

test("elsewhere a variant for another client is left out where there is one for Codex beside it", async () => {
  const files = {
    "templates/claude-code-skills/a/SKILL.md": skill,
    "templates/codex-skills/a/SKILL.md": skill,
    "templates/b/claude/SKILL.md": skill,
    "templates/b/codex/SKILL.md": skill,
    "templates/claude-api/SKILL.md": skill,
    "templates/cursor-skills/a/SKILL.md": skill,
  };
  expect((await found(files)).parts).toEqual([
    "templates/b/codex/SKILL.md",
    "templates/claude-api/SKILL.md",
    "templates/codex-skills/a/SKILL.md",
  ]);
});
