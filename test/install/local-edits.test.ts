import { expect, it } from "vitest";
import { contentOf } from "../../src/install/content.ts";
import { findDrift, pathsOfDrift } from "../../src/install/drift.ts";
import { loadManifest } from "../../src/install/load-manifest.ts";
import { localEdits } from "../../src/install/local-edits.ts";
import { projectPlace } from "../../src/install/place.ts";
import { readSnapshot } from "../../src/install/snapshot.ts";
import { unifiedDiff } from "../../src/install/unified-diff.ts";
import { baseFile, changeBaseCopy } from "./support/base-copy.ts";
import { releaseOf, sync } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const target = ".agents/skills/a/notes.md";
const other = ".agents/skills/b/notes.md";

async function installed(): Promise<MemoryDisk> {
  const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
  await sync(disk, releaseOf("1.0.0", { [target]: "one\ntwo\n", [other]: "one\n" }));
  return disk;
}

async function about(disk: MemoryDisk) {
  const manifest = loadManifest(disk.read("/repo/.baton/manifest.json"), "9.0.0");
  return { manifest, snapshot: await readSnapshot(disk, projectPlace("/repo"), pathsOfDrift(manifest)) };
}

async function drift(disk: MemoryDisk): Promise<unknown> {
  const { manifest, snapshot } = await about(disk);
  return findDrift(manifest, [], snapshot);
}

async function diff(disk: MemoryDisk, under?: string): Promise<string[]> {
  const { manifest, snapshot } = await about(disk);
  return localEdits(manifest, snapshot, under).flatMap(({ lines }) => lines.map(({ text }) => text));
}

it("finds no drift in a fresh install, or in a CRLF checkout of it", async () => {
  const disk = await installed();
  expect(await drift(disk)).toEqual([]);
  disk.put(`/repo/${target}`, "one\r\ntwo\r\n");
  disk.put(baseFile, disk.text(baseFile).replaceAll("\n", "\r\n"));
  expect(await drift(disk)).toEqual([]);
  expect(await diff(disk)).toEqual([]);
});

it("tells edited, deleted and a lost pristine copy apart", async () => {
  const disk = await installed();
  disk.put(`/repo/${target}`, "mine\n");
  disk.remove(`/repo/${other}`);
  changeBaseCopy(disk, ".baton/.gitignore", undefined);
  expect(await drift(disk)).toEqual([
    { target, kind: "edited" },
    { target: other, kind: "deleted" },
    { target: ".baton/.gitignore", kind: "no-base" },
  ]);
});

it("tells a pending conflict, a retired file and a file of the user's", async () => {
  const disk = await installed();
  disk.put(`/repo/${target}`, "mine\n");
  disk.put(`/repo/${other}`, "mine\n");
  disk.put("/repo/.agents/skills/c/notes.md", "my own\n");
  const next = releaseOf("2.0.0", { [target]: "ours\n", ".agents/skills/c/notes.md": "ours\n" });
  await sync(disk, next, { onConflict: "merge" });
  disk.put("/repo/.agents/skills/d/notes.md", "my own\n");
  await sync(disk, releaseOf("3.0.0", { [target]: "ours\n", ".agents/skills/d/notes.md": "ours\n" }), {
    onConflict: "keep",
  });
  expect(await drift(disk)).toEqual([
    { target, kind: "edited" },
    { target: other, kind: "retired" },
    { target: ".agents/skills/d/notes.md", kind: "yours" },
  ]);
});

it("shows edits against the pristine copy, of all files or of some", async () => {
  const disk = await installed();
  disk.put(`/repo/${target}`, "one\nMINE\ntwo\n");
  disk.put(`/repo/${other}`, "");
  const [first, second] = [`.agents/skills/a/notes.md`, `.agents/skills/b/notes.md`];
  const one = [`--- base/${first}`, `+++ yours/${first}`, "@@ -1,2 +1,3 @@", " one", "+MINE", " two"];
  expect(await diff(disk)).toEqual([...one, `--- base/${second}`, `+++ yours/${second}`, "@@ -1,1 +0,0 @@", "-one"]);
  expect(await diff(disk, ".agents/skills/a")).toEqual(one);
});

it("says when a path is none of the installed files, and which was meant", async () => {
  const disk = await installed();
  const failure = { code: "install/not-a-file-of-ours", hint: `did you mean "${target}"?` };
  await expect(diff(disk, ".agents/skills/a/note.md")).rejects.toMatchObject(failure);
});

it("separates distant changes into hunks, and joins near ones", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `${at}\n`);
  const changed = lines.with(2, "x\n").with(5, "y\n").with(25, "z\n");
  const text = (list: readonly string[]) => contentOf(list.join(""));
  const found = unifiedDiff(text(lines), text(changed), { before: "a", after: "b" }).map((line) => line.text);
  expect(found.filter((line) => line.startsWith("@@"))).toEqual(["@@ -1,9 +1,9 @@", "@@ -23,7 +23,7 @@"]);
});

it("marks a missing line break at the end", () => {
  const found = unifiedDiff(contentOf("a\n"), contentOf("a"), { before: "a", after: "b" });
  expect(found.map((line) => line.text).slice(2)).toEqual([
    "@@ -1,1 +1,1 @@",
    "-a",
    "+a",
    "\\ No newline at end of file",
  ]);
});
