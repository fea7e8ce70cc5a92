import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "../../src/run/sha256.ts";
import { shortSha256 } from "../../src/run/short-sha256.ts";

const known = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

test("hashes data of every length around a block as Node does", () => {
  for (let length = 0; length <= 200; length++) {
    const data = randomBytes(length);
    expect(shortSha256(data), `${length} bytes`).toBe(known(data));
  }
});

test("hashes texts as their UTF-8", () => {
  for (const text of ["", "abc", "Zürich – 東京 🙂", "\u0000", "é".repeat(5_000)])
    expect(shortSha256(text)).toBe(known(text));
});

test("gives the same hash whatever way the data is long enough for", () => {
  for (const length of [10, 29_999, 30_000, 100_000]) {
    const data = randomBytes(length);
    expect(sha256(data)).toBe(known(data));
  }
});
