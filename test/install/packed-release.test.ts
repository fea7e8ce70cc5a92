import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { contentOf } from "../../src/install/content.ts";
import { fingerprint } from "../../src/install/fingerprint.ts";
import { loadRelease } from "../../src/install/load-release.ts";
import { renderPackedRelease } from "../../src/install/packed-release.ts";
import { readRelease } from "../../src/install/read-release.ts";
import type { Release } from "../../src/install/release.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const stamp = "of-this-build";
const toml = 'model = "grün"\n';
const made = [contentOf("ours = true\n")];

/** A package as it is built, and then as a test changes it. */
function built(change: (disk: MemoryDisk) => void = () => undefined): MemoryDisk {
  const disk = MemoryDisk.with({
    "/pack/references/contract.yaml": "contract\n",
    "/pack/references/contract.schema.json": "{}\n",
    "/pack/agents/a.toml": toml,
    "/pack/dist/baton.mjs": "// program\n",
    "/pack/dist/hook.mjs": "// hook\n",
  });
  disk.putContent("/pack/skills/a/run.sh", contentOf("#!/bin/sh\n"), 0o755);
  disk.putContent("/pack/dist/release.pack", renderPackedRelease(stamp, readRelease(disk, "/pack", "1.0.0"), made));
  change(disk);
  return disk;
}

const load = (disk: MemoryDisk, its: string | undefined = stamp): Release => loadRelease(disk, "/pack", "1.0.0", its);
const agentOf = ({ files }: Release): string | undefined =>
  files.find(({ target }) => target === ".codex/agents/a.toml")?.content;

it("holds the release that is read from the package, file by file", () => {
  const { version, files } = load(built());
  const contents = files.map(({ copyOf: _, ...file }) => file);
  expect({ version, files: contents }).toEqual(readRelease(built(), "/pack", "1.0.0"));
});

it("has the program copied, unread, and reads it when somebody asks", () => {
  const disk = built();
  const read: string[] = [];
  const watched = Object.assign(disk.copy(), {
    read: (path: string) => {
      read.push(path);
      return disk.read(path);
    },
  });
  const program = load(watched).files.find(({ copyOf }) => copyOf !== undefined);
  const content = contentOf("// program\n");
  const about = { path: "/pack/dist/baton.mjs", size: content.length, fingerprint: fingerprint(content) };
  expect(program?.copyOf).toEqual(about);
  expect(read).toEqual(["/pack/dist/release.pack"]);
  expect(program?.content).toBe("// program\n");
});

it("is what an install takes, without a look at the package's own files", () => {
  const changed = built((disk) => disk.put("/pack/agents/a.toml", "changed\n"));
  expect(agentOf(load(changed))).toBe(contentOf(toml));
});

it.each([
  ["missing", (disk: MemoryDisk) => disk.remove("/pack/dist/release.pack")],
  ["a symlink", (disk: MemoryDisk) => disk.link("/pack/dist/release.pack")],
  ["empty", (disk: MemoryDisk) => disk.put("/pack/dist/release.pack", "")],
  [
    "cut off",
    (disk: MemoryDisk) => disk.put("/pack/dist/release.pack", disk.text("/pack/dist/release.pack").slice(0, -9)),
  ],
  ["longer", (disk: MemoryDisk) => disk.put("/pack/dist/release.pack", `${disk.text("/pack/dist/release.pack")}more`)],
  ["beside a program that was changed", (disk: MemoryDisk) => disk.put("/pack/dist/baton.mjs", "// changed since\n")],
])("gives way to the package's own files when it is %s", (_, change) => {
  const disk = built((one) => {
    one.put("/pack/agents/a.toml", "changed\n");
    change(one);
  });
  expect(load(disk)).toEqual(readRelease(disk, "/pack", "1.0.0"));
});

it("gives way to the package's own files for a program of another build, and for one that runs from source", () => {
  const disk = built((one) => one.put("/pack/agents/a.toml", "changed\n"));
  expect(agentOf(load(disk, "of-another-build"))).toBe("changed\n");
  expect(agentOf(loadRelease(disk, "/pack", "1.0.0"))).toBe("changed\n");
});

it("tells the fingerprints that would be taken, those of made settings too", () => {
  const release = load(built());
  const contents = [...release.files.map(({ content }) => content), ...made];
  for (const content of contents)
    expect(fingerprint(content)).toBe(createHash("sha256").update(content, "latin1").digest("hex"));
});
