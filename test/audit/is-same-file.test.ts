import fc from "fast-check";
import { expect, test } from "vitest";
import { fileIndex, hasFile, isSameFile } from "../../src/audit/is-same-file.ts";

test.each([
  ["src/a.ts", "src/a.ts", true],
  ["packages/api/src/a.ts", "src/a.ts", true],
  ["src/a.ts", "/project/src/a.ts", true],
  ["src/index.ts", "index.ts", false],
  ["src/a.ts", "lib/a.ts", false],
  ["oldsrc/a.ts", "src/a.ts", false],
])("%s and %s: %s", (one, other, isSame) => {
  expect(isSameFile(one, other)).toBe(isSame);
  expect(isSameFile(other, one)).toBe(isSame);
});

test("an index finds what a look at every path finds", () => {
  const path = fc
    .array(fc.constantFrom("a", "b", "x.ts"), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join("/"));
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), path, (paths, looked) => {
      expect(fileIndex(paths)(looked) !== undefined).toBe(hasFile(paths, looked));
    }),
  );
});
