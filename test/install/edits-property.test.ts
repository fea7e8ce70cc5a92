import fc from "fast-check";
import { expect, it } from "vitest";
import { contentOf, shownText } from "../../src/install/content.ts";
import { sameText } from "../../src/install/fingerprint.ts";
import { linesOf, ofLines } from "../../src/install/line-ends.ts";
import { merge3 } from "../../src/install/merge3.ts";
import { releaseOf, sync } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const target = ".agents/skills/a/notes.md";
const path = `/repo/${target}`;
const labels = { base: "base 1", next: "baton 2" };

/** Few different lines, so that they repeat and merges have something to get wrong. */
const line = fc.constantFrom("", "a", "b", "c", "d", "e", "- item", "## Title");
const lines = fc.array(line, { maxLength: 14 });
const ending = fc.constantFrom("\n", "\r\n");

/** One change of a list of lines: some replaced, removed or added at a place. */
const change = fc.record({
  at: fc.nat(14),
  remove: fc.nat(3),
  add: fc.array(fc.oneof(line, fc.string()), { maxLength: 3 }),
});

function changed(text: readonly string[], edits: readonly { at: number; remove: number; add: string[] }[]): string[] {
  const result = [...text];
  for (const { at, remove, add } of edits) result.splice(Math.min(at, result.length), remove, ...add);
  return result;
}

function fileOf(text: readonly string[], end: string, closed: boolean): string {
  return text.join(end) + (closed && text.length > 0 ? end : "");
}

/** A pristine file, what the user made of it, what the pack made of it. */
const edits = fc
  .record({
    base: lines,
    yours: fc.array(change, { minLength: 1, maxLength: 3 }),
    next: fc.array(change, { maxLength: 3 }),
    end: ending,
    closed: fc.boolean(),
  })
  .map(({ base, yours, next, end, closed }) => ({
    base: fileOf(base, "\n", true),
    yours: fileOf(changed(base, yours), end, closed),
    next: fileOf(changed(base, next), "\n", true),
  }));

/** How often each line occurs in `text` beyond how often it does in `without`, line ends aside. */
function surplus(text: string, without: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of text.split(/\r?\n/)) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of without.split(/\r?\n/)) counts.set(one, (counts.get(one) ?? 0) - 1);
  return new Map([...counts].filter(([one, count]) => count > 0 && one !== ""));
}

it("200 random edits × update lose no line of the user's: all are in the result, or the file is untouched", async () => {
  let merged = 0;
  const property = fc.asyncProperty(edits, async ({ base, yours, next }) => {
    const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
    await sync(disk, releaseOf("1.0.0", { [target]: base }));
    disk.put(path, yours);
    await sync(disk, releaseOf("2.0.0", { [target]: next }));
    const result = disk.text(path);
    if (result === yours) return;
    merged++;
    for (const [one, count] of surplus(yours, base)) {
      const found = result.split(/\r?\n/).filter((other) => other === one).length;
      expect(found, `"${one}" in ${JSON.stringify(result)}`).toBeGreaterThanOrEqual(count);
    }
  });
  await fc.assert(property, { numRuns: 200 });
  expect(merged).toBeGreaterThan(5);
});

it("a conflict's copy holds every line the user added", () => {
  fc.assert(
    fc.property(edits, ({ base, yours, next }) => {
      const { clean, content } = merge3(contentOf(yours), contentOf(base), contentOf(next), labels);
      if (clean) return;
      const lines = shownText(content).split(/\r?\n/);
      for (const [one, count] of surplus(yours, base))
        expect(lines.filter((other) => other === one).length).toBeGreaterThanOrEqual(count);
    }),
  );
});

it("a merge with no local edit is the new file", () => {
  fc.assert(
    fc.property(edits, ({ base, next }) => {
      const merge = merge3(contentOf(base), contentOf(base), contentOf(next), labels);
      expect(merge).toMatchObject({ clean: true });
      expect(sameText(merge.content, contentOf(next))).toBe(true);
    }),
  );
});

it("a merge with no change of ours is the user's file, to the byte", () => {
  fc.assert(
    fc.property(edits, ({ base, yours }) => {
      const merge = merge3(contentOf(yours), contentOf(base), contentOf(base), labels);
      expect(merge).toEqual({ clean: true, content: contentOf(yours) });
    }),
  );
});

it("any content comes back from its lines", () => {
  const property = fc.property(fc.string({ unit: "binary" }), (text) => {
    expect(ofLines(linesOf(contentOf(text)))).toBe(contentOf(text));
  });
  fc.assert(property);
});

it("updating twice is updating once", async () => {
  const property = fc.asyncProperty(edits, async ({ base, yours, next }) => {
    const disk = MemoryDisk.with({ "/repo/.git/HEAD": "" });
    await sync(disk, releaseOf("1.0.0", { [target]: base }));
    disk.put(path, yours);
    await sync(disk, releaseOf("2.0.0", { [target]: next }));
    const once = disk.tree();
    expect((await sync(disk, releaseOf("2.0.0", { [target]: next }))).status).toBe("nothing");
    expect(disk.tree()).toEqual(once);
  });
  await fc.assert(property, { numRuns: 100 });
});
