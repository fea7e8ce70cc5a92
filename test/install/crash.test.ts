import { describe, expect, it } from "vitest";
import { codexSettings } from "../../src/install/codex-settings.ts";
import type { Disk } from "../../src/install/disk.ts";
import { projectPlace } from "../../src/install/place.ts";
import { packageFiles, packedOf, releaseOf, root, sync, uninstall } from "./support/bench.ts";
import { dyingDisk, Killed } from "./support/dying-disk.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const settings = codexSettings(projectPlace(root));
const skill = (body: string): string => `---\nname: a\ndescription: b\n---\n${body}`;
const lines = (...words: string[]): string => words.map((word) => `${word}\n`).join("");

const before = packedOf(
  releaseOf("1.0.0", {
    ".agents/skills/edited/SKILL.md": skill(lines("one", "two", "three", "four", "five")),
    ".agents/skills/plain/SKILL.md": skill(lines("one")),
    ".agents/skills/clash/SKILL.md": skill(lines("one", "two", "three")),
    ".agents/skills/gone/SKILL.md": skill(lines("old")),
    ".agents/skills/gone-edited/SKILL.md": skill(lines("old", "too")),
    ".agents/skills/moved/reference.md": lines("travels", "along", "well"),
    ".agents/skills/deleted/SKILL.md": skill(lines("unwanted")),
    ".codex/agents/reviewer.toml": 'name = "reviewer"\n',
    ".baton/bin/baton.mjs": "// 1.0.0\n",
  }),
);
const after = packedOf(
  releaseOf("2.0.0", {
    ".agents/skills/edited/SKILL.md": skill(lines("one", "two", "three", "four", "FIVE")),
    ".agents/skills/plain/SKILL.md": skill(lines("one", "two")),
    ".agents/skills/clash/SKILL.md": skill(lines("one", "ours", "three")),
    ".agents/skills/moved-here/reference.md": lines("travels", "along", "well"),
    ".agents/skills/deleted/SKILL.md": skill(lines("still unwanted")),
    ".agents/skills/new/SKILL.md": skill(lines("new")),
    ".codex/agents/reviewer.toml": 'name = "reviewer"\nmodel = "x"\n',
    ".baton/bin/baton.mjs": "// 2.0.0\n",
  }),
);

const repository = {
  ...packageFiles(before, after),
  "/repo/.git/HEAD": "ref: refs/heads/main\n",
  "/repo/README.md": "mine\n",
  "/repo/.codex/config.toml": 'model = "mine"\n',
  "/repo/.agents/skills/own/SKILL.md": skill("own\n"),
};

/** Installed at 1.0.0, then edited in every way a person can. */
async function edited(): Promise<MemoryDisk> {
  const disk = MemoryDisk.with(repository);
  await sync(disk, before, { settings });
  disk.put("/repo/.agents/skills/edited/SKILL.md", skill(lines("MINE", "two", "three", "four", "five")));
  disk.put("/repo/.agents/skills/clash/SKILL.md", skill(lines("one", "mine", "three")));
  disk.put("/repo/.agents/skills/gone-edited/SKILL.md", skill(lines("old", "mine")));
  disk.put("/repo/.agents/skills/moved/reference.md", lines("travels", "mine", "well"));
  disk.remove("/repo/.agents/skills/deleted/SKILL.md");
  return disk;
}

/** Runs a command on copies of a disk, killed at its first write, at its second, and so on to its end. */
async function* killed(
  disk: MemoryDisk,
  command: (disk: Disk) => Promise<unknown>,
  torn: boolean,
): AsyncGenerator<MemoryDisk> {
  for (let write = 1; ; write++) {
    const copy = disk.copy();
    try {
      await command(dyingDisk(copy, write, torn));
      if (write < 10) throw new Error("the command did not write");
      return;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      yield copy;
    }
  }
}

describe.each([
  ["just before a write", false],
  ["in the middle of a write", true],
])("killed %s", (_, torn) => {
  it("finishes a first install when it is run again", async () => {
    const start = MemoryDisk.with(repository);
    const whole = start.copy();
    await sync(whole, before, { settings });
    for await (const disk of killed(start, (one) => sync(one, before, { settings }), torn)) {
      await sync(disk, before, { settings });
      expect(disk.tree()).toEqual(whole.tree());
    }
  });

  it("leaves nothing behind when an interrupted install is uninstalled", async () => {
    const start = MemoryDisk.with(repository);
    for await (const disk of killed(start, (one) => sync(one, before, { settings }), torn)) {
      await uninstall(disk, settings);
      expect(disk.tree()).toEqual(start.tree());
    }
  });

  it("finishes an update over edits, a conflict, a moved and a retired file", async () => {
    const start = await edited();
    const whole = start.copy();
    await sync(whole, after, { settings });
    expect(whole.text("/repo/.agents/skills/edited/SKILL.md")).toBe(
      skill(lines("MINE", "two", "three", "four", "FIVE")),
    );
    expect(whole.text("/repo/.agents/skills/moved-here/reference.md")).toBe(lines("travels", "mine", "well"));
    for await (const disk of killed(start, (one) => sync(one, after, { settings }), torn)) {
      await sync(disk, after, { settings });
      expect(disk.tree()).toEqual(whole.tree());
    }
  });

  it("loses no edit when an interrupted update is uninstalled", async () => {
    const start = await edited();
    const mine = Object.values(start.tree()).filter((text) => /^(MINE|mine)$/m.test(text));
    for await (const disk of killed(start, (one) => sync(one, after, { settings }), torn)) {
      await uninstall(disk, settings);
      const left = Object.values(disk.tree()).join("\n");
      for (const text of mine) expect(left).toContain(/^(MINE|mine)$/m.exec(text)?.[0]);
      expect(disk.look("/repo/.baton/manifest.json")).toBeUndefined();
    }
  });

  it("finishes replacing the user's own files after a backup", async () => {
    const start = MemoryDisk.with({ ...repository, "/repo/.agents/skills/plain/SKILL.md": skill("my own\n") });
    const whole = start.copy();
    await sync(whole, before, { settings, onConflict: "take" });
    for await (const disk of killed(start, (one) => sync(one, before, { settings, onConflict: "take" }), torn)) {
      expect(Object.values(disk.tree())).toContain(skill("my own\n"));
      const removed = disk.copy();
      await uninstall(removed, settings);
      expect(removed.tree()).toEqual(start.tree());
      await sync(disk, before, { settings, onConflict: "take" });
      expect(disk.tree()).toEqual(whole.tree());
    }
  });

  it("finishes an uninstall", async () => {
    const start = await edited();
    const whole = start.copy();
    await uninstall(whole, settings);
    for await (const disk of killed(start, (one) => uninstall(one, settings), torn)) {
      const again = disk.copy();
      await uninstall(again, settings);
      expect(again.tree()).toEqual(whole.tree());
    }
  });

  it("installs again after an interrupted uninstall", async () => {
    const start = MemoryDisk.with(repository);
    await sync(start, before, { settings });
    const whole = start.copy();
    for await (const disk of killed(start, (one) => uninstall(one, settings), torn)) {
      await sync(disk, before, { settings });
      expect(disk.tree()).toEqual(whole.tree());
    }
  });
});

it("puts no program in its place that was replaced while it was copied", async () => {
  const disk = MemoryDisk.with(repository);
  disk.put("/package/1.0.0/baton.mjs", "// half");
  await expect(sync(disk, before, { settings })).rejects.toMatchObject({
    code: "install/changed-meanwhile",
    where: { file: "/package/1.0.0/baton.mjs" },
  });
  expect(disk.look("/repo/.baton/bin/baton.mjs")).toBeUndefined();
  disk.put("/package/1.0.0/baton.mjs", "// 1.0.0\n");
  await sync(disk, before, { settings });
  expect(disk.text("/repo/.baton/bin/baton.mjs")).toBe("// 1.0.0\n");
});
