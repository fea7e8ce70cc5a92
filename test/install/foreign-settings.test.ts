import { expect, it } from "vitest";
import { codexSettings } from "../../src/install/codex-settings.ts";
import { findDrift, pathsOfDrift } from "../../src/install/drift.ts";
import { loadManifest } from "../../src/install/load-manifest.ts";
import { projectPlace } from "../../src/install/place.ts";
import { readSnapshot } from "../../src/install/snapshot.ts";
import { kinds, releaseOf, root, sync, uninstall } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const place = projectPlace(root);
const settings = codexSettings(place);
const release = releaseOf("1.0.0", { ".agents/skills/a/SKILL.md": "ours\n" });
const config = ".codex/config.toml";
const hooks = ".codex/hooks.json";
const server = '# mine\n[mcp_servers.baton]\ncommand = "other"\n\n[mcp_servers.baton.env]\nA = "1"\n[z]\n';
const hook = '{"hooks": {"Stop": [{"hooks": [{"type": "command", "command": "node /x/baton/bin/hook.mjs Stop"}]}]}}\n';
const own = { "/repo/.git/HEAD": "", [`/repo/${config}`]: server, [`/repo/${hooks}`]: hook };

async function drift(disk: MemoryDisk): Promise<unknown> {
  const manifest = loadManifest(disk.read("/repo/.baton/manifest.json"), "9.0.0");
  return findDrift(manifest, settings, await readSnapshot(disk, place, pathsOfDrift(manifest)));
}

it("stops before writing anything, and names the settings in the way", async () => {
  const disk = MemoryDisk.with(own);
  await expect(sync(disk, release, { settings })).rejects.toThrow(`blocked: ${config}, ${hooks}`);
  await expect(sync(disk, release, { settings, onConflict: "merge" })).rejects.toThrow(`blocked: ${config}, ${hooks}`);
  expect(disk.tree()).toEqual(own);
});

it("leaves them alone when asked to keep them, now, at every update and at the end", async () => {
  const disk = MemoryDisk.with(own);
  const { plan } = await sync(disk, release, { settings, onConflict: "keep" });
  const reason = 'a server of yours named "baton", left alone';
  expect(plan.actions).toContainEqual({ kind: "keep", target: config, reason });
  expect(await drift(disk)).toEqual([
    { target: config, kind: "yours" },
    { target: hooks, kind: "yours" },
  ]);
  expect(kinds(await sync(disk, { ...release, version: "2.0.0" }, { settings }))).toMatchObject({
    [config]: "keep",
    [hooks]: "keep",
  });
  expect(disk.text(`/repo/${config}`)).toBe(server);
  await uninstall(disk, settings);
  expect(disk.tree()).toEqual(own);
});

it("replaces them after a backup when asked to take ours, and an uninstall gives them back", async () => {
  const disk = MemoryDisk.with(own);
  const { plan } = await sync(disk, release, { settings, onConflict: "take" });
  const backup = `.baton/backup/1/${config}`;
  expect(plan.actions).toContainEqual(expect.objectContaining({ kind: "take", target: config, beside: backup }));
  expect(disk.text(`/repo/${backup}`)).toBe(server);
  expect(disk.text(`/repo/${config}`)).toMatch(/^# mine\n\[mcp_servers\.baton\]\ncommand = "node"\n.*\n\n\[z\]\n$/s);
  expect(disk.text(`/repo/${hooks}`)).not.toContain("/x/baton");
  expect(await drift(disk)).toEqual([]);
  expect((await sync(disk, release, { settings })).status).toBe("nothing");
  await uninstall(disk, settings);
  expect(disk.tree()).toEqual(own);
});

it("takes ours out of a file that was edited since, and leaves the backup", async () => {
  const disk = MemoryDisk.with(own);
  await sync(disk, release, { settings, onConflict: "take" });
  disk.put(`/repo/${config}`, `${disk.text(`/repo/${config}`)}new = 1\n`);
  await uninstall(disk, settings);
  expect(disk.text(`/repo/${config}`)).toBe("# mine\n\n[z]\nnew = 1\n");
  expect(disk.text(`/repo/.baton/backup/1/${config}`)).toBe(server);
});

it("refuses a manifest whose backup of settings is another file", () => {
  const disk = MemoryDisk.with({});
  const entry = { target: config, kept: true, backup: ".baton/backup/1/../../x" };
  const manifest = { format: 1, version: "1.0.0", scope: "project", state: "complete", files: [], directories: [] };
  disk.put("/manifest.json", JSON.stringify({ ...manifest, settings: [entry] }));
  const failure = expect.objectContaining({ code: "install/manifest-path" });
  expect(() => loadManifest(disk.read("/manifest.json"), "1.0.0")).toThrow(failure);
});
