import { mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { contentOf, fromBytes } from "../../src/install/content.ts";
import { realDisk } from "../../src/install/real-disk.ts";

function directory(): string {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "baton-disk-")));
  onTestFinished(() => rmSync(work, { recursive: true }));
  return work;
}

it("gives back every byte it wrote", async () => {
  const path = join(directory(), "file");
  const every = fromBytes(Buffer.from(Array.from({ length: 256 }, (_, at) => at)));
  await realDisk.createSafely(path, every, 0o640);
  expect(realDisk.read(path)).toBe(every);
  expect(realDisk.look(path)).toEqual({ kind: "file", mode: 0o640, size: 256 });
});

it("copies every byte of a file of any length, with the permissions of a new file", async () => {
  const work = directory();
  const [from, path] = [join(work, "from"), join(work, "to")];
  const long = fromBytes(Buffer.from(Array.from({ length: 200_001 }, (_, at) => at % 251)));
  realDisk.create(from, long, 0o700);
  realDisk.create(join(work, "usual"), long);
  await realDisk.copySafely(from, path);
  expect(realDisk.read(path)).toBe(long);
  expect(realDisk.look(path)).toEqual(realDisk.look(join(work, "usual")));
});

it("copies nothing over a file that is there, nor one that is not", () => {
  const work = directory();
  realDisk.create(join(work, "file"), contentOf("first"));
  realDisk.create(join(work, "from"), contentOf("second"));
  expect(() => realDisk.copySafely(join(work, "from"), join(work, "file"))).toThrow("EEXIST");
  expect(() => realDisk.copySafely(join(work, "gone"), join(work, "new"))).toThrow("ENOENT");
  expect(realDisk.read(join(work, "file"))).toBe("first");
  expect(realDisk.names(work)).toEqual(["file", "from"]);
});

it("creates nothing over a file that is there", () => {
  const path = join(directory(), "file");
  realDisk.create(path, contentOf("first"));
  expect(() => realDisk.create(path, contentOf("second"))).toThrow("EEXIST");
  expect(realDisk.read(path)).toBe("first");
});

it("sees a symlink, not what it leads to", () => {
  const path = join(directory(), "link");
  symlinkSync("/", path);
  expect(realDisk.look(path)?.kind).toBe("symlink");
});

it("syncs a directory, and passes over one that is gone", async () => {
  const path = directory();
  await realDisk.syncDirectory(path);
  await realDisk.syncDirectory(join(path, "gone"));
});

it("has no names in a directory that is not there", () => {
  expect(realDisk.names(join(directory(), "gone"))).toEqual([]);
});
