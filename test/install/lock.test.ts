import { expect, it } from "vitest";
import type { Disk } from "../../src/install/disk.ts";
import { hasRemains, takeLock } from "../../src/install/lock.ts";
import { projectPlace } from "../../src/install/place.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const place = projectPlace("/repo");
const self = (pid: number, alive: readonly number[] = [], host = "here") => ({
  pid,
  host,
  startedAt: "2026-01-01T00:00:00Z",
  isAlive: (other: number) => alive.includes(other),
});

it("leaves nothing behind when it is given back", async () => {
  const disk = MemoryDisk.with({ "/repo/x": "" });
  const before = disk.tree();
  const release = await takeLock(disk, place, self(1));
  expect(disk.names("/repo/.baton")).toEqual(["lock-1-here"]);
  release();
  expect(disk.tree()).toEqual(before);
});

it("refuses a second one while the first is alive, and says whose it is", async () => {
  const disk = new MemoryDisk();
  await takeLock(disk, place, self(1));
  const message = "another install is at work here: process 1 on here, started 2026-01-01T00:00:00Z";
  await expect(takeLock(disk, place, self(2, [1]))).rejects.toMatchObject({ code: "install/locked", message });
  expect(disk.names("/repo/.baton")).toEqual(["lock-1-here"]);
});

it("takes over from a process that is gone", async () => {
  const disk = new MemoryDisk();
  await takeLock(disk, place, self(1));
  expect(hasRemains(disk, place, self(2))).toBe(true);
  await takeLock(disk, place, self(2));
  expect(disk.names("/repo/.baton")).toEqual(["lock-2-here"]);
});

it("takes over from a process that is gone and had the same number", async () => {
  const disk = new MemoryDisk();
  await takeLock(disk, place, self(1));
  await takeLock(disk, place, self(1));
  expect(disk.names("/repo/.baton")).toEqual(["lock-1-here"]);
});

it("does not judge a process on another machine", async () => {
  const disk = new MemoryDisk();
  await takeLock(disk, place, self(1, [], "there"));
  await expect(takeLock(disk, place, self(2))).rejects.toMatchObject({ code: "install/locked" });
});

it("lets exactly one of two have it that start at the same moment", async () => {
  const disk = new MemoryDisk();
  // Each writes its file before either looks: the look of the first waits for the second's.
  let looks = 0;
  const meeting: Disk = {
    ...disk,
    names: (path) => {
      looks++;
      return looks === 1 ? ["lock-1-here", "lock-2-here"] : disk.names(path);
    },
  };
  const results = await Promise.allSettled([
    takeLock(meeting, place, self(1, [1, 2])),
    takeLock(disk, place, self(2, [1, 2])),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
});
