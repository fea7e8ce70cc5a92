import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoffMs } from "../../src/run/backoff.ts";
import { capText } from "../../src/run/cap-text.ts";
import { canonicalText, fingerprint } from "../../src/run/fingerprint.ts";
import { parseInstant } from "../../src/run/instant.ts";
import type { JsonObject } from "../../src/run/json-value.ts";
import { mergePatch } from "../../src/run/merge-patch.ts";
import { escapeRawBreaks } from "../../src/run/operations/escape-raw-breaks.ts";
import { runIdOf } from "../../src/run/run-id.ts";

describe("a text that is too long", () => {
  test("is cut to the limit, marker included, and says how much is missing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 101, maxLength: 400 }), (text) => {
        const cut = capText(text, 100);
        if (text.length <= 100) return;
        expect(cut.length).toBeLessThanOrEqual(100);
        const [, kept = "", missing] = /^([\s\S]*)… \[cut: (\d+) more characters\]$/.exec(cut) ?? [];
        expect(text.startsWith(kept)).toBe(true);
        expect(kept.length + Number(missing)).toBe(text.length);
        expect(kept).not.toMatch(/[\uD800-\uDBFF]$/);
      }),
    );
  });

  test("is left alone at the limit", () => {
    expect(capText("x".repeat(100), 100)).toBe("x".repeat(100));
  });
});

describe("a merge patch", () => {
  test("merges objects, replaces all else and deletes by null, as RFC 7396 has it", () => {
    const target = { a: "b", c: { d: "e", f: "g" }, list: [1, 2] };
    expect(mergePatch(target, { a: "z", c: { f: null }, list: [3] })).toEqual({ a: "z", c: { d: "e" }, list: [3] });
    expect(mergePatch({ a: { b: "c" } }, { a: "c" })).toEqual({ a: "c" });
    expect(mergePatch({ a: "c" }, { a: { bb: { ccc: null } } })).toEqual({ a: { bb: {} } });
  });

  test("leaves what it was given as it was, and names no prototype", () => {
    const target = Object.freeze({ a: Object.freeze({ b: 1 }) });
    const patch = JSON.parse('{"a":{"__proto__":{"polluted":true}}}') as JsonObject;
    mergePatch(target, patch);
    expect(target).toEqual({ a: { b: 1 } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test("a request's fingerprint does not hang on the order of its keys", () => {
  expect(fingerprint({ a: 1, b: { c: [1, 2], d: null } })).toBe(fingerprint({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(fingerprint({ a: [1, 2] })).not.toBe(fingerprint({ a: [2, 1] }));
  expect(canonicalText({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
});

test("back-off is fixed, linear or exponential, capped at 60 s unless it says otherwise", () => {
  const waits = (backoff: "fixed" | "linear" | "exponential", capMs?: number): number[] =>
    [1, 2, 3, 9].map((attempt) => backoffMs({ backoff, initialMs: 10_000, ...(capMs ? { capMs } : {}) }, attempt));
  expect(waits("fixed")).toEqual([10_000, 10_000, 10_000, 10_000]);
  expect(waits("linear")).toEqual([10_000, 20_000, 30_000, 60_000]);
  expect(waits("exponential")).toEqual([10_000, 20_000, 40_000, 60_000]);
  expect(waits("exponential", 100_000)).toEqual([10_000, 20_000, 40_000, 100_000]);
});

test("a moment is read with its offset, a date as midnight UTC, and nothing is guessed", () => {
  expect(parseInstant("2026-01-31T10:30:00+01:00")).toBe("2026-01-31T09:30:00.000Z");
  expect(parseInstant("2026-01-31T09:30Z")).toBe("2026-01-31T09:30:00.000Z");
  expect(parseInstant("2026-01-31")).toBe("2026-01-31T00:00:00.000Z");
  for (const text of [
    "tomorrow",
    "2026-01-31T09:30:00",
    "2026-13-01",
    "31.01.2026",
    "",
    "2026-02-30T00:00:00Z",
    "2026-02-29",
  ])
    expect(parseInstant(text)).toBeUndefined();
});

test("ids say what a run was opened as", () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, at) => at * 17);
  expect(runIdOf("ledger", bytes)).toMatch(/^WF-[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(runIdOf("workflow", bytes)).toMatch(/^wfr_[\w-]{8}$/);
});

test("raw line breaks and tabs inside JSON strings are escaped, and nothing else is touched", () => {
  const raw = '{"a": "one\ntwo\tthree\r\n",\n "b\\"": "\\n\\\\"}';
  expect(JSON.parse(escapeRawBreaks(raw))).toEqual({ a: "one\ntwo\tthree\r\n", 'b"': "\n\\" });
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(escapeRawBreaks(json)).toBe(json);
    }),
  );
});
