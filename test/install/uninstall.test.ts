import fc from "fast-check";
import { expect, it } from "vitest";
import { codexSettings } from "../../src/install/codex-settings.ts";
import { projectPlace } from "../../src/install/place.ts";
import { kinds, releaseOf, root, sync, uninstall } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const settings = codexSettings(projectPlace(root));
const target = ".agents/skills/a/SKILL.md";
const release = releaseOf("1.0.0", {
  [target]: "ours\n",
  ".agents/skills/b/notes.md": "ours\n",
  ".codex/agents/c.toml": 'name = "c"\n',
});
const git = { "/repo/.git/HEAD": "" };

it("takes everything away that was not edited", async () => {
  const disk = MemoryDisk.with(git);
  await sync(disk, release, { settings });
  await uninstall(disk, settings);
  expect(disk.tree()).toEqual(git);
});

it("keeps an edited file and says so", async () => {
  const disk = MemoryDisk.with(git);
  await sync(disk, release);
  disk.put(`/repo/${target}`, "mine\n");
  expect(kinds(await uninstall(disk))).toMatchObject({ [target]: "keep" });
  expect(disk.tree()).toEqual({ ...git, [`/repo/${target}`]: "mine\n" });
});

it("keeps the copy of a conflict that the user worked on", async () => {
  const disk = MemoryDisk.with(git);
  await sync(disk, release);
  disk.put(`/repo/${target}`, "mine\n");
  await sync(disk, releaseOf("2.0.0", { [target]: "newer\n" }));
  disk.put(`/repo/.baton/conflicts/${target}`, "nearly done\n");
  await uninstall(disk);
  const copy = { [`/repo/.baton/conflicts/${target}`]: "nearly done\n" };
  expect(disk.tree()).toEqual({ ...git, ...copy, [`/repo/${target}`]: "mine\n" });
});

it("leaves what is not Baton's in .baton", async () => {
  const disk = MemoryDisk.with(git);
  await sync(disk, release);
  disk.put("/repo/.baton/runs.db", "runs\n");
  await uninstall(disk);
  expect(disk.tree()).toEqual({ ...git, "/repo/.baton/runs.db": "runs\n" });
});

it("removes a CRLF checkout of an unedited file", async () => {
  const disk = MemoryDisk.with(git);
  await sync(disk, release);
  disk.put(`/repo/${target}`, "ours\r\n");
  await uninstall(disk);
  expect(disk.tree()).toEqual(git);
});

it("leaves a settings file alone that no longer parses, and says so", async () => {
  const disk = MemoryDisk.with(git);
  await sync(disk, release, { settings });
  disk.put("/repo/.codex/config.toml", "model = \n");
  expect(kinds(await uninstall(disk, settings))).toMatchObject({ ".codex/config.toml": "keep" });
  expect(disk.tree()).toEqual({ ...git, "/repo/.codex/config.toml": "model = \n" });
});

it("does nothing where nothing is installed", async () => {
  const disk = MemoryDisk.with(git);
  expect((await uninstall(disk)).status).toBe("nothing");
  expect(disk.tree()).toEqual(git);
});

const text = fc.string({ unit: fc.constantFrom("a", "#", " ", "\n", "\r\n", "\t", "ü", "\u0000") });
const configToml = fc
  .tuple(
    fc.constantFrom("", "\uFEFF"),
    fc.array(fc.constantFrom("# a comment", 'model = "x"', "", "  ", "[tui]")),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(([mark, lines, end, closed]) => mark + [...new Set(lines)].join(end) + (closed ? end : ""));
const hooksJson = fc.constantFrom(
  "{}",
  '{\r\n\t"hooks": {}\r\n}\r\n',
  '{"description":"mine","hooks":{"Stop":[{"hooks":[{"type":"command","command":"true"}]}]}}',
);
const directory = fc.constantFrom(
  ".agents/skills/mine",
  ".agents/skills/a",
  ".codex",
  ".codex/agents",
  ".baton/own",
  "src",
);

it("an install and an uninstall give back any repository, byte for byte", async () => {
  const repository = fc.record(
    {
      config: configToml,
      hooks: hooksJson,
      files: fc.array(fc.tuple(directory, fc.constantFrom("x.md", "y.toml"), text), { maxLength: 5 }),
      same: fc.constant("ours\r\n"),
    },
    { requiredKeys: ["files"] },
  );
  const property = fc.asyncProperty(repository, async ({ config, hooks, files, same }) => {
    const disk = MemoryDisk.with({
      ...git,
      ...Object.fromEntries(files.map(([where, name, content]) => [`/repo/${where}/${name}`, content])),
      ...(config === undefined ? {} : { "/repo/.codex/config.toml": config }),
      ...(hooks === undefined ? {} : { "/repo/.codex/hooks.json": hooks }),
      ...(same === undefined ? {} : { [`/repo/${target}`]: same }),
    });
    const before = disk.tree();
    await sync(disk, release, { settings });
    await sync(disk, { ...release, version: "1.1.0" }, { settings });
    await uninstall(disk, settings);
    expect(disk.tree()).toEqual(before);
  });
  await fc.assert(property, { numRuns: 150 });
});
