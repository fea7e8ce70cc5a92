import { expect, it } from "vitest";
import { contentOf } from "../../src/install/content.ts";
import { loadManifest } from "../../src/install/load-manifest.ts";
import { renderManifest } from "../../src/install/manifest.ts";
import { projectPlace } from "../../src/install/place.ts";
import { readManifest } from "../../src/install/read-manifest.ts";
import { releaseOf, sync, uninstall } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const hash = "0".repeat(64);
const manifest = {
  format: 1,
  version: "1.0.0",
  scope: "project",
  state: "complete",
  files: [],
  directories: [],
  settings: [],
};
const load = (change: object): unknown => loadManifest(contentOf(JSON.stringify({ ...manifest, ...change })), "1.0.0");
const fileAt = (target: string, more: object = {}): object => ({
  files: [{ target, source: "x", base: hash, ...more }],
});

it.each([
  "../outside",
  ".agents/skills/../../outside",
  "/etc/passwd",
  "C:/Windows/x",
  ".agents\\skills\\x",
  ".agents/skills/a\u0000b",
  ".agents/skills//x",
  ".agents/skills/./x",
  ".agents/skills/x/",
  ".agents/skills/con",
  ".agents/skills/NUL.md",
  ".agents/skills/com1.txt/x",
  ".agents/skills/x.",
  ".agents/skills/x ",
  ".agents/skills/a:stream",
  ".agents/skills/a?",
  ".agents/skills/",
  ".agents/other/x",
  ".codex/config.toml",
  ".codex/rules/x.rules",
  ".git/hooks/pre-commit",
  "src/main.ts",
  ".baton/manifest.json",
  ".baton/base/x",
  ".baton/base.jsonl",
  ".baton/BASE/x",
  ".baton/lock-1-x",
  ".baton/runs.db",
  "",
  "x".repeat(500),
])("refuses the target %j", (target) => {
  expect(() => load(fileAt(target))).toThrow(expect.objectContaining({ code: "install/manifest-path" }));
});

it("says what to do about a manifest that may not be read", async () => {
  const disk = MemoryDisk.with({ "/repo/.baton/manifest.json": "{}" });
  disk.read = () => {
    throw Object.assign(new Error(), { code: "EACCES" });
  };
  await expect(readManifest(disk, projectPlace("/repo"), "1.0.0")).rejects.toMatchObject({
    code: "install/unreadable",
    hint: "give yourself the right to read it, and run the command again",
  });
});

it("refuses two targets that are one where case is ignored", () => {
  const files = [".agents/skills/a/X.md", ".agents/skills/A/x.md"].map((target) => ({
    target,
    source: "x",
    base: hash,
  }));
  expect(() => load({ files })).toThrow(expect.objectContaining({ code: "install/manifest-path" }));
});

it.each([".baton/backup/1/../../x", ".agents/skills/b/x.md", ".baton/backup/x/.agents/skills/a/x.md"])(
  "refuses the backup %j",
  (backup) => {
    const entry = fileAt(".agents/skills/a/x.md", { backup });
    expect(() => load(entry)).toThrow(expect.objectContaining({ code: "install/manifest-path" }));
  },
);

it.each(["..", "/", ".git", ".baton", "src", ".codex/agents/..", ".agents/other"])(
  "refuses the directory %j",
  (directory) => {
    expect(() => load({ directories: [directory] })).toThrow(
      expect.objectContaining({ code: "install/manifest-path" }),
    );
  },
);

it.each([
  ["an unknown field", { extra: 1 }],
  ["an unknown field of a file", fileAt(".agents/skills/a/x.md", { mode: 4095 })],
  ["a hash that is none", { files: [{ target: ".agents/skills/a/x.md", source: "x", base: "short" }] }],
  ["a version that is none", { version: "latest" }],
  ["settings in another file", { settings: [{ target: ".bashrc" }] }],
  ["a settings record nobody wrote", { settings: [{ target: ".codex/config.toml", record: { created: true } }] }],
  ["no files", { files: undefined }],
])("refuses %s", (_, change) => {
  expect(() => load(change)).toThrow(expect.objectContaining({ code: "install/manifest-shape" }));
});

it.each(["", "nonsense", "[1,", "\uFEFF{"])("refuses what is not JSON: %j", (text) => {
  const act = (): unknown => loadManifest(contentOf(text), "1.0.0");
  expect(act).toThrow(expect.objectContaining({ code: "install/manifest-unreadable" }));
});

it.each([{ format: 2 }, { version: "1.0.1" }, { version: "2.0.0-rc.1" }])(
  "refuses what a newer program wrote: %j",
  (change) => {
    expect(() => load(change)).toThrow(expect.objectContaining({ code: "install/newer-manifest" }));
  },
);

it("reads back what it renders, the same to the byte", () => {
  const text = renderManifest(load(fileAt(".agents/skills/a/x.md", { adopted: true })) as never);
  expect(renderManifest(loadManifest(text, "1.0.0"))).toBe(text);
});

it("keeps a hostile manifest from being followed by any command", async () => {
  const text = JSON.stringify({ ...manifest, ...fileAt("../../outside/file", { base: hash }) });
  const disk = MemoryDisk.with({ "/outside/file": "precious\n", "/repo/.baton/manifest.json": text });
  const before = disk.tree();
  const refused = { code: "install/manifest-path" };
  await expect(sync(disk, releaseOf("1.0.0", {}))).rejects.toMatchObject(refused);
  await expect(uninstall(disk)).rejects.toMatchObject(refused);
  expect(disk.tree()).toEqual(before);
});

it("takes a manifest that a power cut left empty for none", async () => {
  const disk = MemoryDisk.with({ "/repo/.baton/manifest.json": "" });
  expect((await sync(disk, releaseOf("1.0.0", {}))).status).toBe("done");
});
