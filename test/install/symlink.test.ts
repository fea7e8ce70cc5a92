import { expect, it } from "vitest";
import { absolutePath, type Place, projectPlace, userPlace } from "../../src/install/place.ts";
import { surveySync } from "../../src/install/survey-sync.ts";
import { releaseOf, sync, uninstall } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const target = ".agents/skills/a/SKILL.md";
const release = releaseOf("1.0.0", { [target]: "ours\n", ".codex/agents/b.toml": 'name = "b"\n' });

it.each([
  "/repo/.agents",
  "/repo/.agents/skills",
  "/repo/.agents/skills/a",
  `/repo/${target}`,
  "/repo/.codex/agents/b.toml",
  "/repo/.baton",
])("writes nothing when %s is a symlink", async (path) => {
  const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
  disk.link(path);
  const before = disk.tree();
  await expect(sync(disk, release)).rejects.toMatchObject({ code: "install/symlink" });
  expect(disk.tree()).toEqual(before);
});

it("names every symlink in the way", async () => {
  const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
  disk.link("/repo/.agents/skills");
  disk.link("/repo/.codex/agents");
  const findings = [
    expect.objectContaining({ where: { file: "/repo/.agents/skills" } }),
    expect.objectContaining({ where: { file: "/repo/.codex/agents" } }),
  ];
  await expect(sync(disk, release)).rejects.toMatchObject({ findings: expect.arrayContaining(findings) });
});

it("says elsewhere only where something is to be installed, and there is another place", async () => {
  const hintOf = async (place: Place, command?: "install" | "update"): Promise<string | undefined> => {
    const disk = MemoryDisk.with({ [`${place.root}/x`]: "" });
    disk.link(absolutePath(place, ".baton"));
    const failure = surveySync(disk, place, release, [], command === undefined ? {} : { command }).catch(
      (error) => error,
    );
    return (await failure).hint;
  };
  const again = "replace each by a plain file or directory, and run the command again";
  const elsewhere = "replace each by a plain file or directory, or install elsewhere with --directory or --user";
  expect(await hintOf(projectPlace("/repo"), "install")).toBe(elsewhere);
  expect(await hintOf(projectPlace("/repo"), "update")).toBe(again);
  expect(await hintOf(projectPlace("/repo"))).toBe(again);
  expect(await hintOf(userPlace("/home/me", "/home/me/.codex"), "install")).toBe(again);
});

it.each([
  ["a directory stands where a file would go", `/repo/${target}/x`],
  ["a file stands where a directory would go", "/repo/.agents"],
])("writes nothing when %s", async (_, path) => {
  const disk = MemoryDisk.with({ "/repo/.git/HEAD": "", [path]: "mine\n" });
  const before = disk.tree();
  await expect(sync(disk, release)).rejects.toMatchObject({ code: "install/in-the-way" });
  expect(disk.tree()).toEqual(before);
});

it("removes nothing through a symlink that came later", async () => {
  const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
  await sync(disk, release);
  disk.remove(`/repo/${target}`);
  disk.removeDirectory("/repo/.agents/skills/a");
  disk.link("/repo/.agents/skills/a");
  const before = disk.tree();
  await expect(uninstall(disk)).rejects.toMatchObject({ code: "install/symlink" });
  expect(disk.tree()).toEqual(before);
});
