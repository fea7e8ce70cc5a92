import { expect, it } from "vitest";
import { codexSettings } from "../../src/install/codex-settings.ts";
import type { Disk } from "../../src/install/disk.ts";
import { findDrift, pathsOfDrift } from "../../src/install/drift.ts";
import { projectPlace } from "../../src/install/place.ts";
import { readManifest } from "../../src/install/read-manifest.ts";
import { readSnapshot } from "../../src/install/snapshot.ts";
import { releaseOf, root, sync, uninstall } from "./support/bench.ts";
import { dyingDisk } from "./support/dying-disk.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const place = projectPlace(root);
const settings = codexSettings(place);
const files = (body: string): Record<string, string> => ({
  ".agents/skills/a/SKILL.md": `a ${body}\n`,
  ".agents/skills/edited/SKILL.md": `1\n2\n3\n4\n${body}\n`,
  ".codex/agents/b.toml": 'name = "b"\n',
  ".baton/bin/baton.mjs": `// ${body}\n`,
});
const first = releaseOf("1.0.0", files("old"));
const second = releaseOf("2.0.0", files("new"));
const own = { "/repo/.git/HEAD": "", "/repo/.codex/config.toml": "a = 1\n" };

async function installed(): Promise<MemoryDisk> {
  const disk = MemoryDisk.with(own);
  await sync(disk, first, { settings });
  disk.put("/repo/.agents/skills/edited/SKILL.md", "MINE\n2\n3\n4\nold\n");
  return disk;
}

/** What drift is found after a command that was killed at any of its writes. */
async function found(start: MemoryDisk, command: (disk: Disk) => Promise<unknown>): Promise<Set<string>> {
  const kinds = new Set<string>();
  for (let write = 1; ; write++) {
    const disk = start.copy();
    try {
      await command(dyingDisk(disk, write));
      return kinds;
    } catch {
      const manifest = await readManifest(disk, place, "9.0.0");
      if (manifest === undefined || manifest.state === "complete") continue;
      const drift = await findDrift(manifest, settings, await readSnapshot(disk, place, pathsOfDrift(manifest)));
      for (const { target, kind } of drift) if (!target.includes("edited")) kinds.add(kind);
    }
  }
}

it("calls no file deleted or edited that an interrupted install has not written yet", async () => {
  const kinds = await found(MemoryDisk.with(own), (disk) => sync(disk, first, { settings }));
  expect([...kinds]).toEqual(["unwritten"]);
});

it("calls no file deleted or edited that an interrupted update has, or has not, written yet", async () => {
  const kinds = await found(await installed(), (disk) => sync(disk, second, { settings }));
  expect([...kinds]).toEqual(["unwritten"]);
});

it("calls no file deleted or edited that an interrupted uninstall took away", async () => {
  const kinds = await found(await installed(), (disk) => uninstall(disk, settings));
  expect([...kinds]).toEqual(["removed"]);
});
