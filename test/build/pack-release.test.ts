import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noStamp, packRelease } from "../../scripts/build/pack-release.ts";
import { contentOf } from "../../src/install/content.ts";
import { fingerprint } from "../../src/install/fingerprint.ts";
import { parsePackedRelease } from "../../src/install/packed-release.ts";
import { readRelease } from "../../src/install/read-release.ts";
import { realDisk } from "../../src/install/real-disk.ts";

const root = join(import.meta.dirname, "../..");
const program = `const stamp = "${noStamp}";\n`;
const hook = "void 0;\n";

test("a build packs the files of the package, and stamps the program they belong to", async () => {
  const packed = await packRelease(root, "1.0.0", { program, hook });
  const stamp = /"(.*)"/.exec(packed.program)?.[1] ?? "";
  expect(stamp).toMatch(/^[0-9a-f]{32}$/);
  const content = contentOf(packed.program);
  const path = "dist/baton.mjs";
  const files = parsePackedRelease(packed.pack, stamp, { path, size: content.length, read: () => content });
  const copyOf = { path, size: content.length, fingerprint: fingerprint(content) };
  const made = new Map([
    [".baton/bin/baton.mjs", { content, copyOf }],
    [".baton/bin/hook.mjs", { content: contentOf(hook) }],
  ]);
  const read = readRelease(realDisk, root, "1.0.0").files.map((file) => ({ ...file, ...made.get(file.target) }));
  expect(files).toEqual(read);
});

test("the same sources are packed the same, and another program gets another stamp", async () => {
  const [one, again] = [
    await packRelease(root, "1.0.0", { program, hook }),
    await packRelease(root, "1.0.0", { program, hook }),
  ];
  expect(again).toEqual(one);
  expect((await packRelease(root, "1.0.0", { program: `${program}\n`, hook })).program.trim()).not.toBe(
    one.program.trim(),
  );
});

test("a program without a place for its stamp is refused", async () => {
  await expect(packRelease(root, "1.0.0", { program: "no place\n", hook })).rejects.toThrow(
    "does not hold its stamp once",
  );
});

test("the built program carries the stamp of the release beside it", () => {
  const [head = ""] = readFileSync(join(root, "dist/release.pack"), "utf8").split("\n");
  expect(readFileSync(join(root, "dist/baton.mjs"), "latin1")).toContain((JSON.parse(head) as { stamp: string }).stamp);
});
