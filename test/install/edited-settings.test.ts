import { expect, it } from "vitest";
import { codexSettings } from "../../src/install/codex-settings.ts";
import { findDrift, pathsOfDrift } from "../../src/install/drift.ts";
import { loadManifest } from "../../src/install/load-manifest.ts";
import { projectPlace } from "../../src/install/place.ts";
import { readSnapshot } from "../../src/install/snapshot.ts";
import type { SyncChoices } from "../../src/install/survey-sync.ts";
import { releaseOf, root, sync, uninstall } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const place = projectPlace(root);
const settings = codexSettings(place);
const release = releaseOf("1.0.0", { ".agents/skills/a/SKILL.md": "ours\n" });
const config = ".codex/config.toml";
const hooks = ".codex/hooks.json";
const own = {
  "/repo/.git/HEAD": "",
  [`/repo/${config}`]: "# mine\r\nmodel = 'x'\r\n",
  [`/repo/${hooks}`]: '{"hooks":{"Stop":[{"hooks":[{"type":"command","command":"true"}]}]}}',
};

interface Edited {
  readonly disk: MemoryDisk;
  /** The two files before they were edited, and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Installed, then edited: the texts of the two files are put through these. */
async function edited(editConfig: (text: string) => string, editHooks: (text: string) => string): Promise<Edited> {
  const disk = MemoryDisk.with(own);
  await sync(disk, release, { settings });
  const before = texts(disk);
  const after = [editConfig(before[0] ?? ""), editHooks(before[1] ?? "")];
  disk.put(`/repo/${config}`, after[0] ?? "");
  disk.put(`/repo/${hooks}`, after[1] ?? "");
  return { disk, before, after };
}

function texts(disk: MemoryDisk): string[] {
  return [disk.text(`/repo/${config}`), disk.text(`/repo/${hooks}`)];
}

async function drift(disk: MemoryDisk): Promise<unknown> {
  const manifest = loadManifest(disk.read("/repo/.baton/manifest.json"), "9.0.0");
  return findDrift(manifest, settings, await readSnapshot(disk, place, pathsOfDrift(manifest)));
}

const slower = (text: string): string => text.replace("startup_timeout_sec = 10", "startup_timeout_sec = 60");
const longer = (text: string): string => text.replaceAll('"timeout":30', '"timeout":60');

it.each<SyncChoices>([{ restore: true }, { onConflict: "take" }])(
  "brings edited settings back when asked to by %j, after a backup that is named",
  async (choices) => {
    const { disk, before, after } = await edited(slower, longer);
    expect(await drift(disk)).toEqual([config, hooks].map((target) => ({ target, kind: "edited" })));
    await sync(disk, release, { settings });
    expect(texts(disk)).toEqual(after);
    const { plan } = await sync(disk, release, { settings, ...choices });
    const beside = `.baton/backup/1/${config}`;
    expect(plan.actions).toContainEqual(expect.objectContaining({ kind: "take", target: config, beside }));
    expect(texts(disk)).toEqual(before);
    expect(disk.text(`/repo/${beside}`)).toBe(after[0]);
    expect(disk.text(`/repo/.baton/backup/1/${hooks}`)).toBe(after[1]);
    expect(await drift(disk)).toEqual([]);
    await uninstall(disk, settings);
    const backups = Object.fromEntries([config, hooks].map((one, at) => [`/repo/.baton/backup/1/${one}`, after[at]]));
    expect(disk.tree()).toEqual({ ...own, ...backups });
  },
);

it("leaves all that is not Baton's as it is when it brings settings back", async () => {
  const more = (text: string): string => `${slower(text)}\r\n[z] # new\r\n`;
  const { disk, after } = await edited(more, (text) => longer(text).replace('"true"', '"false"'));
  await sync(disk, release, { settings, restore: true });
  expect(texts(disk)).toEqual([after[0]?.replace("= 60", "= 10"), after[1]?.replaceAll(":60", ":30")]);
});

it("calls a comment among its settings an edit, and leaves it when the settings go", async () => {
  const { disk } = await edited(
    (text) => text.replace("startup_timeout_sec", "# slow disk\r\nstartup_timeout_sec"),
    (text) => text,
  );
  expect(await drift(disk)).toEqual([{ target: config, kind: "edited" }]);
  const { plan } = await uninstall(disk, settings);
  const reason = "Baton's settings taken out; your comments among them stay";
  expect(plan.actions).toContainEqual({ kind: "edit", target: config, reason });
  expect(disk.tree()).toEqual({ ...own, [`/repo/${config}`]: `${own[`/repo/${config}`]}# slow disk\r\n` });
});

it("calls spacing no edit", async () => {
  const { disk } = await edited(
    (text) => text.replace("startup_timeout_sec = 10", "\r\nstartup_timeout_sec=10"),
    (text) => text,
  );
  expect(await drift(disk)).toEqual([]);
  await uninstall(disk, settings);
  expect(disk.tree()).toEqual(own);
});

it("leaves no server behind that starts what is gone: a changed one goes after a backup that is named", async () => {
  const { disk, after } = await edited(slower, (text) => text);
  const { plan } = await uninstall(disk, settings);
  const beside = `.baton/backup/1/${config}`;
  expect(plan.actions).toContainEqual(expect.objectContaining({ kind: "edit", target: config, beside }));
  expect(disk.tree()).toEqual({ ...own, [`/repo/${beside}`]: after[0] });
});

it("keeps a server that starts another program, and takes out the hooks nobody edited", async () => {
  const { disk, after } = await edited(
    (text) => text.replace('"mcp"]', '"mcp", "--mine"]'),
    (text) => text.replace('"timeout":30', '"timeout":60'),
  );
  await uninstall(disk, settings);
  expect(disk.text(`/repo/${config}`)).toBe(after[0]);
  expect(disk.text(`/repo/${hooks}`).match(/hook\.mjs\\" \w/g)).toHaveLength(1);
});
