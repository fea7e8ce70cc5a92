import { join } from "node:path";
import { expect, it } from "vitest";
import { readRelease } from "../../src/install/read-release.ts";
import { realDisk } from "../../src/install/real-disk.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const pack = {
  "/pack/references/contract.yaml": "contract\n",
  "/pack/references/contract.schema.json": "{}\n",
  "/pack/dist/baton.mjs": "// program\n",
  "/pack/dist/hook.mjs": "// hook\n",
};
const always = [
  ".baton/.gitignore",
  ".baton/bin/baton.mjs",
  ".baton/bin/hook.mjs",
  ".baton/contract.schema.json",
  ".baton/contract.yaml",
];
const targets = (files: Readonly<Record<string, string>>): string[] =>
  readRelease(MemoryDisk.with({ ...pack, ...files }), "/pack", "1.0.0")
    .files.map(({ target }) => target)
    .filter((target) => !always.includes(target));

it("installs a skill for being a folder, with everything in it", () => {
  const files = {
    "/pack/skills/a/SKILL.md": "",
    "/pack/skills/a/references/deep/x.md": "",
    "/pack/recipes/recipe-b/SKILL.md": "",
  };
  expect(targets(files)).toEqual([
    ".agents/skills/a/SKILL.md",
    ".agents/skills/a/references/deep/x.md",
    ".agents/skills/recipe-b/SKILL.md",
  ]);
});

it("installs an agent for being a file", () => {
  expect(targets({ "/pack/agents/a.toml": "", "/pack/agents/README.md": "" })).toEqual([".codex/agents/a.toml"]);
});

it("installs schemas and templates", () => {
  const files = { "/pack/references/schemas/a.schema.json": "", "/pack/references/templates/b.md": "" };
  expect(targets(files)).toEqual([".baton/schemas/a.schema.json", ".baton/templates/b.md"]);
});

it("passes over hidden files and what lies beside the skills", () => {
  expect(targets({ "/pack/skills/README.md": "", "/pack/skills/a/.DS_Store": "" })).toEqual([]);
});

it("passes over symlinks", () => {
  const disk = MemoryDisk.with(pack);
  disk.link("/pack/skills/a");
  expect(readRelease(disk, "/pack", "1.0.0").files.map(({ target }) => target)).toEqual(always);
});

it("reads texts with LF line ends, whatever a checkout made of them", () => {
  const disk = MemoryDisk.with({ ...pack, "/pack/agents/a.toml": "one\r\ntwo\r\n" });
  const file = readRelease(disk, "/pack", "1.0.0").files.find(({ target }) => target === ".codex/agents/a.toml");
  expect(file?.content).toBe("one\ntwo\n");
});

it.each(["baton.mjs", "hook.mjs"])("says that %s has to be built when a checkout has none", (name) => {
  const disk = MemoryDisk.with(pack);
  disk.remove(`/pack/dist/${name}`);
  const wanted = { code: "pack/incomplete", hint: "run npm run build in the checkout" };
  expect(() => readRelease(disk, "/pack", "1.0.0")).toThrow(expect.objectContaining(wanted));
});

it.each([
  ["two files of one target", { "/pack/skills/a/SKILL.md": "", "/pack/recipes/a/SKILL.md": "" }],
  ["two files whose names differ in case", { "/pack/agents/a.toml": "", "/pack/agents/A.toml": "" }],
  ["a name no Windows can hold", { "/pack/agents/con.toml": "" }],
])("refuses a pack with %s", (_, files) => {
  expect(() => targets(files)).toThrow(expect.objectContaining({ code: "pack/incomplete" }));
});

it("finds the real pack whole", () => {
  const { files } = readRelease(realDisk, join(import.meta.dirname, "../.."), "1.0.0");
  const found = files.map(({ target }) => target);
  expect(found).toEqual(
    expect.arrayContaining([...always, ".agents/skills/recipe-implement/SKILL.md", ".codex/agents/task-executor.toml"]),
  );
});
