import { expect, it } from "vitest";
import { projectPlace } from "../../src/install/place.ts";
import { refuseBlocked } from "../../src/install/refuse-blocked.ts";
import type { Release } from "../../src/install/release.ts";
import { kinds, releaseOf, sync, uninstall } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const target = ".agents/skills/a/SKILL.md";
const path = `/repo/${target}`;
const release = releaseOf("1.0.0", { [target]: "ours\n", ".agents/skills/b/SKILL.md": "ours too\n" });
const own = { "/repo/.git/HEAD": "", [path]: "my own\n" };

it("stops before writing anything, and names every file in the way", async () => {
  const disk = MemoryDisk.with({ ...own, "/repo/.agents/skills/b/SKILL.md": "mine too\n" });
  const before = disk.tree();
  await expect(sync(disk, release)).rejects.toThrow("blocked: .agents/skills/a/SKILL.md, .agents/skills/b/SKILL.md");
  expect(disk.tree()).toEqual(before);
});

it("fails with a finding for each file in the way", async () => {
  const action = { kind: "blocked", target, reason: "a different file of yours stands here" } as const;
  const plan = {
    actions: [action],
    findings: [],
    effects: [],
    makes: [],
    leaves: [],
    pending: undefined,
    final: undefined,
  };
  const message = "a file of yours is in the way: nothing was written";
  await expect(refuseBlocked(plan, projectPlace("/repo"))).rejects.toMatchObject({
    code: "install/conflict",
    message,
    status: 3,
  });
});

it("leaves the user's file alone when asked to keep it, now and at every update", async () => {
  const disk = MemoryDisk.with(own);
  expect(kinds(await sync(disk, release, { onConflict: "keep" }))).toMatchObject({ [target]: "keep" });
  await sync(disk, releaseOf("2.0.0", { [target]: "newer\n" }));
  expect(disk.text(path)).toBe("my own\n");
  await uninstall(disk);
  expect(disk.tree()).toEqual(MemoryDisk.with(own).tree());
});

it("replaces the user's file after a backup when asked to take ours, and an uninstall gives it back", async () => {
  const disk = MemoryDisk.with(own);
  const { plan } = await sync(disk, release, { onConflict: "take" });
  const backup = `.baton/backup/1/${target}`;
  expect(plan.actions).toContainEqual(expect.objectContaining({ kind: "take", target, beside: backup }));
  expect(disk.text(path)).toBe("ours\n");
  expect(disk.text(`/repo/${backup}`)).toBe("my own\n");
  await uninstall(disk);
  expect(disk.tree()).toEqual(MemoryDisk.with(own).tree());
});

it("lays a copy with both versions beside the user's file when asked to merge", async () => {
  const disk = MemoryDisk.with({ ...own, [path]: "shared\nmine\n" });
  const next = releaseOf("1.0.0", { [target]: "shared\nours\n" });
  expect(kinds(await sync(disk, next, { onConflict: "merge" }))).toMatchObject({ [target]: "conflict" });
  expect(disk.text(path)).toBe("shared\nmine\n");
  expect(disk.text(`/repo/.baton/conflicts/${target}`)).toBe(
    "shared\n<<<<<<< yours\nmine\n=======\nours\n>>>>>>> baton 1.0.0\n",
  );
  disk.put(`/repo/.baton/conflicts/${target}`, "shared\nmine and ours\n");
  await sync(disk, next);
  expect(disk.text(path)).toBe("shared\nmine and ours\n");
});

it("says of a first install that the two files differ, of an update that both changed the same lines", async () => {
  const disk = MemoryDisk.with(own);
  const reasonOf = async (next: Release): Promise<string | undefined> =>
    (await sync(disk, next, { onConflict: "merge" })).plan.actions.find((one) => one.target === target)?.reason;
  expect(await reasonOf(release)).toBe("your own file and Baton's differ");
  await sync(disk, release, { onConflict: "take" });
  disk.put(path, "mine again\n");
  expect(await reasonOf(releaseOf("2.0.0", { [target]: "newer\n" }))).toBe("you and Baton changed the same lines");
});

it("adopts a file that is already there, the same but for its line ends, and leaves it at an uninstall", async () => {
  const disk = MemoryDisk.with({ ...own, [path]: "ours\r\n" });
  const before = disk.tree();
  expect(kinds(await sync(disk, release))).toMatchObject({ [target]: "adopt" });
  expect(disk.text(path)).toBe("ours\r\n");
  await uninstall(disk);
  expect(disk.tree()).toEqual(before);
});

it("stops an update at a file of the user's where the new version has one", async () => {
  const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
  await sync(disk, release);
  disk.put("/repo/.agents/skills/c/SKILL.md", "my own\n");
  const before = disk.tree();
  const next = releaseOf("2.0.0", { [target]: "newer\n", ".agents/skills/c/SKILL.md": "new\n" });
  await expect(sync(disk, next)).rejects.toThrow("blocked: .agents/skills/c/SKILL.md");
  expect(disk.tree()).toEqual(before);
});
