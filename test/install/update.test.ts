import { expect, it } from "vitest";
import { contentOf } from "../../src/install/content.ts";
import { baseCopy, baseFile, changeBaseCopy } from "./support/base-copy.ts";
import { kinds, releaseOf, sync } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const target = ".agents/skills/a/notes.md";
const path = `/repo/${target}`;
const copy = `/repo/.baton/conflicts/${target}`;
const five = "one\ntwo\nthree\nfour\nfive\n";
const first = releaseOf("1.0.0", { [target]: five });
const second = releaseOf("2.0.0", { [target]: "one\ntwo\nthree\nfour\nFIVE\n" });

async function installed(): Promise<MemoryDisk> {
  const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
  await sync(disk, first);
  return disk;
}

it("replaces what nobody edited", async () => {
  const disk = await installed();
  expect(kinds(await sync(disk, second))).toMatchObject({ [target]: "replace" });
  expect(disk.text(path)).toBe("one\ntwo\nthree\nfour\nFIVE\n");
});

it("keeps an edited file that the pack did not change", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  expect(kinds(await sync(disk, releaseOf("2.0.0", { [target]: five })))).toMatchObject({ [target]: "keep" });
  expect(disk.text(path)).toBe("mine\n");
});

it("merges edits of different lines", async () => {
  const disk = await installed();
  disk.put(path, `MINE\n${five}`);
  expect(kinds(await sync(disk, second))).toMatchObject({ [target]: "merge" });
  expect(disk.text(path)).toBe("MINE\none\ntwo\nthree\nfour\nFIVE\n");
  expect(baseCopy(disk, target)).toBe("one\ntwo\nthree\nfour\nFIVE\n");
});

it("leaves a conflicting file and lays a copy with labelled markers beside it", async () => {
  const disk = await installed();
  disk.put(path, "one\ntwo\nthree\nfour\nmine\n");
  expect(kinds(await sync(disk, second))).toMatchObject({ [target]: "conflict" });
  expect(disk.text(path)).toBe("one\ntwo\nthree\nfour\nmine\n");
  expect(disk.text(copy)).toBe(
    "one\ntwo\nthree\nfour\n<<<<<<< yours\nmine\n||||||| base 1.0.0\nfive\n=======\nFIVE\n>>>>>>> baton 2.0.0\n",
  );
});

it("says the same again, and writes nothing, as long as a conflict stands", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  await sync(disk, second);
  const before = disk.tree();
  const again = await sync(disk, second);
  expect(again.status).toBe("nothing");
  expect(kinds(again)).toMatchObject({ [target]: "conflict" });
  expect(disk.tree()).toEqual(before);
});

it("does not touch a copy the user is working on", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  await sync(disk, second);
  disk.put(copy, `half done\n${disk.text(copy)}`);
  const before = disk.tree();
  expect(kinds(await sync(disk, second))).toMatchObject({ [target]: "conflict" });
  expect(disk.tree()).toEqual(before);
});

it("takes the copy as the file once its markers are gone", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  await sync(disk, second);
  disk.put(copy, "mine and FIVE\n");
  expect(kinds(await sync(disk, second))).toMatchObject({ [target]: "merge" });
  expect(disk.text(path)).toBe("mine and FIVE\n");
  expect(disk.look(copy)).toBeUndefined();
  expect((await sync(disk, second)).status).toBe("nothing");
});

it("does not take a resolved copy over a file that was edited since", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  await sync(disk, second);
  disk.put(copy, "resolved\n");
  disk.put(path, "mine, later\n");
  expect(kinds(await sync(disk, second))).toMatchObject({ [target]: "conflict" });
  expect(disk.text(path)).toBe("mine, later\n");
  expect(disk.text(copy)).toBe("resolved\n");
});

it("saves a copy the user worked on before it lays a newer one", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  await sync(disk, second);
  disk.put(copy, `half done\n${disk.text(copy)}`);
  await sync(disk, releaseOf("3.0.0", { [target]: "three\n" }));
  expect(disk.text(`/repo/.baton/backup/1/.baton/conflicts/${target}`)).toMatch(/^half done\n/);
  expect(disk.text(copy)).toContain(">>>>>>> baton 3.0.0");
});

it("ends a conflict with the user's version when asked to keep it", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  await sync(disk, second);
  await sync(disk, second, { onConflict: "keep" });
  expect(disk.text(path)).toBe("mine\n");
  expect(disk.look("/repo/.baton/conflicts")).toBeUndefined();
  expect((await sync(disk, second)).status).toBe("nothing");
});

it("ends a conflict with the pack's version, after a backup, when asked to take it", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  await sync(disk, second, { onConflict: "take" });
  expect(disk.text(path)).toBe("one\ntwo\nthree\nfour\nFIVE\n");
  expect(disk.text(`/repo/.baton/backup/1/${target}`)).toBe("mine\n");
});

it("names the version a conflict's base is of, after several updates", async () => {
  const disk = await installed();
  disk.put(path, "mine\n");
  await sync(disk, second);
  await sync(disk, releaseOf("3.0.0", { [target]: "three\n" }));
  expect(disk.text(copy)).toContain("||||||| base 1.0.0\n");
});

it("removes an unedited file that is gone from the pack, and its directory", async () => {
  const disk = await installed();
  expect(kinds(await sync(disk, releaseOf("2.0.0", {})))).toMatchObject({ [target]: "delete" });
  expect(disk.look("/repo/.agents")).toBeUndefined();
  expect(baseCopy(disk, target)).toBeUndefined();
});

it("keeps an edited file that is gone from the pack, and merges it should it come back", async () => {
  const disk = await installed();
  disk.put(path, `MINE\n${five}`);
  expect(kinds(await sync(disk, releaseOf("2.0.0", {})))).toMatchObject({ [target]: "keep" });
  expect(disk.text(path)).toBe(`MINE\n${five}`);
  await sync(disk, releaseOf("3.0.0", { [target]: "one\ntwo\nthree\nfour\nFIVE\n" }));
  expect(disk.text(path)).toBe("MINE\none\ntwo\nthree\nfour\nFIVE\n");
});

it("leaves the user's files in a directory that is gone from the pack", async () => {
  const disk = await installed();
  disk.put("/repo/.agents/skills/a/mine.md", "mine\n");
  await sync(disk, releaseOf("2.0.0", {}));
  expect(disk.text("/repo/.agents/skills/a/mine.md")).toBe("mine\n");
});

it("carries the user's edits along when a file moves", async () => {
  const disk = await installed();
  disk.put(path, `MINE\n${five}`);
  const moved = ".agents/skills/b/notes.md";
  expect(kinds(await sync(disk, releaseOf("2.0.0", { [moved]: five })))).toMatchObject({ [moved]: "move" });
  expect(disk.text(`/repo/${moved}`)).toBe(`MINE\n${five}`);
  expect(disk.look("/repo/.agents/skills/a")).toBeUndefined();
  expect((await sync(disk, releaseOf("2.0.0", { [moved]: five }))).status).toBe("nothing");
});

it("does not move a file onto one of the user's", async () => {
  const disk = await installed();
  const moved = ".agents/skills/b/notes.md";
  disk.put(`/repo/${moved}`, "my own\n");
  await expect(sync(disk, releaseOf("2.0.0", { [moved]: five }))).rejects.toThrow(`blocked: ${moved}`);
  expect(disk.text(path)).toBe(five);
});

it("leaves deleted what the user deleted, wherever it moves", async () => {
  const disk = await installed();
  disk.remove(path);
  const moved = ".agents/skills/b/notes.md";
  await sync(disk, second);
  expect(disk.look(path)).toBeUndefined();
  await sync(disk, releaseOf("3.0.0", { [moved]: five }));
  expect(disk.look(`/repo/${moved}`)).toBeUndefined();
});

it("brings back what the user deleted when asked to", async () => {
  const disk = await installed();
  disk.remove(path);
  expect(kinds(await sync(disk, second, { restore: true }))).toMatchObject({ [target]: "restore" });
  expect(disk.text(path)).toBe("one\ntwo\nthree\nfour\nFIVE\n");
});

it.each([
  ["missing", undefined],
  ["tampered with", "one\ntwo\nthree\nfour\nmine\n"],
])("never overwrites an edited file whose pristine copy is %s", async (_, text) => {
  const disk = await installed();
  disk.put(path, "one\ntwo\nthree\nfour\nmine\n");
  changeBaseCopy(disk, target, text);
  expect(kinds(await sync(disk, second))).toMatchObject({ [target]: "conflict" });
  expect(disk.text(path)).toBe("one\ntwo\nthree\nfour\nmine\n");
});

it("makes a missing pristine copy again where the pack still has the same file", async () => {
  const disk = await installed();
  const before = disk.text(baseFile);
  changeBaseCopy(disk, target, undefined);
  await sync(disk, first);
  expect(disk.text(baseFile)).toBe(before);
});

it("treats a merge that no longer parses as a conflict", async () => {
  const agent = ".codex/agents/a.toml";
  const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
  const toml = (...lines: string[]): Record<string, string> => ({ [agent]: `${lines.join("\n")}\n` });
  await sync(disk, releaseOf("1.0.0", toml('name = "a"', "x = 1", "y = 2", "z = 3")));
  disk.put(`/repo/${agent}`, 'name = "a"\nmodel = "mine"\nx = 1\ny = 2\nz = 3\n');
  const next = releaseOf("2.0.0", toml('name = "a"', "x = 1", "y = 2", "z = 3", 'model = "ours"'));
  expect(kinds(await sync(disk, next))).toMatchObject({ [agent]: "conflict" });
  expect(disk.text(`/repo/${agent}`)).toContain('model = "mine"');
});

it("keeps the permissions of a file it replaces", async () => {
  const disk = await installed();
  disk.putContent(path, contentOf(five), 0o600);
  await sync(disk, second);
  expect(disk.look(path)?.mode).toBe(0o600);
});

it("does nothing, and writes nothing, when there is nothing to do", async () => {
  const disk = await installed();
  const before = disk.tree();
  expect((await sync(disk, first)).status).toBe("nothing");
  expect(disk.tree()).toEqual(before);
});

it("is refused by a program older than the install", async () => {
  const disk = await installed();
  await sync(disk, second);
  await expect(sync(disk, first)).rejects.toMatchObject({ code: "install/newer-manifest" });
});
