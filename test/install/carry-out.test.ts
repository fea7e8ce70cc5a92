import { expect, it } from "vitest";
import { type CarryOutOptions, carryOut, type Outcome } from "../../src/install/carry-out.ts";
import type { Disk } from "../../src/install/disk.ts";
import { projectPlace } from "../../src/install/place.ts";
import { surveySync } from "../../src/install/survey-sync.ts";
import { releaseOf, sync } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const place = projectPlace("/repo");
const target = ".agents/skills/a/notes.md";
const path = `/repo/${target}`;
const release = releaseOf("1.0.0", { [target]: "ours\n", ".agents/skills/b/notes.md": "ours\n" });
const self = { pid: 1, host: "here", startedAt: "", isAlive: () => false };

function install(
  disk: Disk,
  options: Partial<CarryOutOptions> & { stop?: AbortSignal; version?: string } = {},
): Promise<Outcome> {
  const { stop = new AbortController().signal, version = "1.0.0", ...rest } = options;
  const survey = () => surveySync(disk, place, { ...release, version }, [], {});
  return carryOut({ disk, place, self, stop }, survey, { dryRun: false, check: () => undefined, ...rest });
}

const repository = (): MemoryDisk => MemoryDisk.with({ "/repo/.git/HEAD": "" });

it("writes nothing when it only plans", async () => {
  const disk = repository();
  const { status, plan } = await install(disk, { dryRun: true });
  expect(status).toBe("planned");
  expect(plan.actions.map(({ kind }) => kind)).toEqual(["create", "create", "create"]);
  expect(disk.tree()).toEqual(repository().tree());
});

it("writes nothing when the user declines", async () => {
  const disk = repository();
  expect((await install(disk, { confirm: async () => false })).status).toBe("declined");
  expect(disk.tree()).toEqual(repository().tree());
});

it("does not overwrite a file that appeared while the user was asked", async () => {
  const disk = repository();
  const confirm = async (): Promise<boolean> => {
    disk.put(path, "mine\n");
    return true;
  };
  await expect(install(disk, { confirm })).rejects.toMatchObject({ code: "install/changed-meanwhile" });
  expect(disk.text(path)).toBe("mine\n");
});

it("does not go on with a plan that another install has overtaken", async () => {
  const disk = repository();
  const confirm = async (): Promise<boolean> => {
    await sync(disk, release);
    return true;
  };
  const message = "another install came in between: nothing was written";
  await expect(install(disk, { confirm })).rejects.toMatchObject({ message });
});

it("finds nothing to do when another install has done it, and nobody was asked", async () => {
  const disk = repository();
  let overtaken = false;
  const slow: Disk = {
    ...disk,
    makeDirectory: (directory) => {
      // The other one has run between the plan and the lock.
      if (!overtaken) disk.put("/repo/.baton/manifest.json", finished);
      overtaken = true;
      disk.makeDirectory(directory);
    },
  };
  const other = repository();
  await sync(other, release);
  const finished = other.text("/repo/.baton/manifest.json");
  for (const [file, text] of Object.entries(other.tree()))
    if (file !== "/repo/.baton/manifest.json") disk.put(file, text);
  expect((await install(slow)).status).toBe("nothing");
});

it("stops between two files when it is interrupted, leaves no temporary file, and goes on later", async () => {
  const disk = repository();
  const controller = new AbortController();
  let renames = 0;
  const interrupted: Disk = {
    ...disk,
    rename: (from, to) => {
      disk.rename(from, to);
      // The manifest is the first.
      if (++renames === 2) controller.abort();
    },
  };
  await expect(install(interrupted, { stop: controller.signal })).rejects.toMatchObject({
    code: "cli/interrupted",
    status: 3,
  });
  const left = Object.keys(disk.tree()).filter((file) => !file.startsWith("/repo/.git"));
  expect(left.filter((file) => /baton-tmp|lock-/.test(file))).toEqual([]);
  expect(left).toContain("/repo/.baton/manifest.json");
  expect((await install(disk)).status).toBe("done");
  const whole = repository();
  await install(whole);
  expect(disk.tree()).toEqual(whole.tree());
});

it.each([
  ["ENOSPC", "the disk is full (write: ENOSPC)"],
  ["EACCES", "this is not permitted (write: EACCES)"],
  ["EIO", "the disk refused (write: EIO)"],
])("says what the disk says: %s", async (code, message) => {
  const disk = repository();
  const full: Disk = {
    ...disk,
    createSafely: async (file, content) => {
      if (file.includes("/.agents/")) throw Object.assign(new Error(code), { code, syscall: "write", path: file });
      return disk.createSafely(file, content);
    },
  };
  await expect(install(full)).rejects.toMatchObject({ code: "install/disk", message });
  expect(Object.keys(disk.tree()).filter((file) => /baton-tmp|lock-/.test(file))).toEqual([]);
  expect((await install(disk)).status).toBe("done");
});

it("removes what a killed run left, even where there is nothing else to do", async () => {
  const disk = repository();
  await install(disk);
  const clean = disk.tree();
  disk.put("/repo/.baton/.0a1b2c3d-7.baton-tmp", "half");
  disk.put("/repo/.baton/lock-99-here", "{}");
  expect((await install(disk)).status).toBe("nothing");
  expect(disk.tree()).toEqual(clean);
});
