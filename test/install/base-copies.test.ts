import fc from "fast-check";
import { expect, it } from "vitest";
import { parseBaseCopies, renderBaseCopies } from "../../src/install/base-copies.ts";
import { contentOf, fromBytes } from "../../src/install/content.ts";
import { projectPlace } from "../../src/install/place.ts";
import { readSnapshot } from "../../src/install/snapshot.ts";
import { baseCopy, baseFile, changeBaseCopy } from "./support/base-copy.ts";
import { kinds, releaseOf, root, sync, uninstall } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const [a, b] = [".agents/skills/a/notes.md", ".agents/skills/b/notes.md"];
const git = { "/repo/.git/HEAD": "" };
const first = releaseOf("1.0.0", { [a]: "one\ntwo\nthree\n", [b]: "one\ntwo\nthree\n" });
const second = releaseOf("2.0.0", { [a]: "one\ntwo\nTHREE\n", [b]: "one\ntwo\nTHREE\n" });

async function installed(): Promise<MemoryDisk> {
  const disk = MemoryDisk.with(git);
  await sync(disk, first);
  return disk;
}

it("writes a line for each copy, sorted by target, text as text", () => {
  const copies = new Map([
    ["b", contentOf("\uFEFFgrün\r\n")],
    ["a", fromBytes(Buffer.from([0xff, 0x00]))],
  ]);
  expect(renderBaseCopies(copies)).toBe(contentOf('["a",{"base64":"/wA="}]\n["b","\uFEFFgrün\\r\\n"]\n'));
});

it("gives back every byte of any copies", () => {
  const content = fc.oneof(
    fc.string({ unit: "binary" }).map(contentOf),
    fc.uint8Array().map((bytes) => fromBytes(Buffer.from(bytes))),
  );
  const property = fc.property(fc.dictionary(fc.string(), content), (record) => {
    const copies = new Map(Object.entries(record));
    expect(new Map(parseBaseCopies(renderBaseCopies(copies)))).toEqual(copies);
  });
  fc.assert(property);
});

it("reads any file without failing", () => {
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('["__proto__","x"]', '["x",{"base64":1}]', '["x"]', "<<<<<<< HEAD"),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      for (const [target, copy] of parseBaseCopies(contentOf(lines.join("\n")))) {
        expect([typeof target, typeof copy]).toEqual(["string", "string"]);
      }
    }),
  );
});

it("a checkout with CRLF line ends changes no copy", async () => {
  const disk = await installed();
  disk.put(baseFile, disk.text(baseFile).replaceAll("\n", "\r\n"));
  expect(baseCopy(disk, a)).toBe("one\ntwo\nthree\n");
});

it("makes no directory for copies, and no file but the one", async () => {
  const disk = await installed();
  const paths = Object.keys(disk.tree()).filter((path) => path.startsWith("/repo/.baton"));
  expect(paths).toEqual(["/repo/.baton/.gitignore", baseFile, "/repo/.baton/manifest.json"]);
});

it("a damaged line costs only its own copy", async () => {
  const disk = await installed();
  disk.put(baseFile, disk.text(baseFile).replace(`["${a}"`, `<<<<<<< ["${a}"`));
  for (const target of [a, b]) disk.put(`/repo/${target}`, "ONE\ntwo\nthree\n");
  expect(kinds(await sync(disk, second))).toMatchObject({ [a]: "conflict", [b]: "merge" });
  expect(disk.text(`/repo/${a}`)).toBe("ONE\ntwo\nthree\n");
  expect(disk.text(`/repo/${b}`)).toBe("ONE\ntwo\nTHREE\n");
});

it.each(["", "\0\0\0", '["half', "nonsense"])("a file of copies that holds %j is as good as none", async (text) => {
  const disk = await installed();
  disk.put(baseFile, text);
  disk.put(`/repo/${a}`, "mine\n");
  expect(kinds(await sync(disk, second))).toMatchObject({ [a]: "conflict", [b]: "replace" });
  expect(disk.text(`/repo/${a}`)).toBe("mine\n");
  expect(baseCopy(disk, b)).toBe("one\ntwo\nTHREE\n");
});

it("keeps the copies an update has nothing to do with", async () => {
  const disk = await installed();
  disk.put(`/repo/${a}`, "mine\n");
  await sync(disk, releaseOf("2.0.0", { [b]: "new\n" }));
  expect([baseCopy(disk, a), baseCopy(disk, b)]).toEqual(["one\ntwo\nthree\n", "new\n"]);
});

it.each([
  ["a line nobody knows", (text: string) => `["elsewhere","x"]\n${text}`],
  ["nothing but damage", () => "nonsense"],
])("an uninstall removes a file of copies that holds %s", async (_, change) => {
  const disk = await installed();
  disk.put(baseFile, change(disk.text(baseFile)));
  await uninstall(disk);
  expect(disk.tree()).toEqual(git);
});

it("writes nothing when the file of copies is a symlink", async () => {
  const disk = await installed();
  disk.remove(baseFile);
  disk.link(baseFile);
  const before = disk.tree();
  await expect(sync(disk, second)).rejects.toMatchObject({ code: "install/symlink" });
  expect(disk.tree()).toEqual(before);
});

it("a snapshot holds only the copies it was asked for", async () => {
  const disk = await installed();
  changeBaseCopy(disk, "../../outside", "x\n");
  const { files } = await readSnapshot(disk, projectPlace(root), [`.baton/base/${a}`]);
  expect([...files.keys()]).toEqual([".baton/base.jsonl", `.baton/base/${a}`]);
});

it("updates an install that had a file for each copy, and merges nothing there", async () => {
  const disk = await installed();
  disk.remove(baseFile);
  disk.put(`/repo/.baton/base/${a}`, "one\ntwo\nthree\n");
  disk.put(`/repo/${a}`, "ONE\ntwo\nthree\n");
  expect(kinds(await sync(disk, second))).toMatchObject({ [a]: "conflict", [b]: "replace" });
  expect(disk.text(`/repo/${a}`)).toBe("ONE\ntwo\nthree\n");
});
