import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../../src/parse/json.ts";
import { findPayload } from "../../src/response/find-payload.ts";
import { isPlain } from "../../src/response/plain-json.ts";
import { validate } from "../helpers/shipped-rules.ts";

const good = '{"status": "approved", "reason": null}';
const fragment = fc.constantFrom(
  ...[
    '{"',
    '":',
    '"}',
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    ",",
    ":",
    "\\",
    "\n",
    "\r\n",
    " ",
    "```",
    "~~~",
    "```json\n",
    "\uFEFF",
  ],
  ...[
    "\uD800",
    "\0",
    "\u2028",
    "//",
    "/*",
    "*/",
    "NaN",
    "null",
    "true",
    "1e9",
    "-",
    "word",
    "__proto__",
    "constructor",
  ],
  ...['"status"', '"approved"', '"blocked"', '"status": "approved"', '{"status": "approved"}', good, '{"a": [', "]}"],
);
const answer = fc.oneof(
  { weight: 3, arbitrary: fc.array(fragment, { maxLength: 14 }).map((all) => all.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(good.length), fc.nat(3), fragment)
      .map(([at, remove, add]) => good.slice(0, at) + add + good.slice(at + remove)),
  },
);

test("payloads lie in the text, in order, and do not overlap", () => {
  fc.assert(
    fc.property(answer, (text) => {
      const { payloads, leading, trailing } = findPayload(text);
      const places = [...(leading ? [leading] : []), ...payloads, ...(trailing ? [trailing] : [])];
      const edges = places.flatMap(({ start, end }) => [start, end]);
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      for (const { start, end } of places) expect(end).toBeGreaterThan(start);
      expect(edges.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2_000 },
  );
});

test("every answer gets a verdict: valid with an answer and a route, or not valid with a reason", async () => {
  await fc.assert(
    fc.asyncProperty(answer, fc.boolean(), async (text, lenient) => {
      const { valid, answer, findings, routed } = await validate("quality-fixer", text, { lenient });
      expect(valid).toBe(!findings.some((one) => one.severity === "error"));
      if (valid) expect(answer).toMatchObject({ status: expect.stringMatching(/^(approved|stub_detected|blocked)$/) });
      else expect(routed?.route).toBe("revise");
      expect(() => JSON.stringify({ answer, findings })).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});

test("what strict accepts, lenient accepts too, with the same answer and the same route", async () => {
  await fc.assert(
    fc.asyncProperty(answer, async (text) => {
      const strict = await validate("quality-fixer", text);
      if (strict.valid) expect(await validate("quality-fixer", text, { lenient: true })).toEqual(strict);
    }),
    { numRuns: 1_000 },
  );
});

test("the quick look calls nothing plain in which a key is given twice", () => {
  const key = fc.constantFrom('"a"', '"b"', '"a:"', '"\\":"', '"\\u0061"');
  const space = fc.constantFrom("", "", " ", "\n\t");
  const { object } = fc.letrec<{ object: string; value: string }>((tie) => ({
    value: fc.oneof({ depthSize: "small" }, fc.constantFrom("1", '"x"', '"\\" :"', '": "', "[]"), tie("object")),
    object: fc
      .array(fc.tuple(key, space, tie("value")), { maxLength: 4 })
      .map((pairs) => `{${pairs.map(([name, gap, value]) => `${name}${gap}:${gap}${value}`).join(",")}}`),
  }));
  let plain = 0;
  fc.assert(
    fc.property(object, (text) => {
      if (!isPlain(text, JSON.parse(text), 64)) return;
      plain++;
      expect(parseJson(text, "f").findings).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
  expect(plain).toBeGreaterThan(300);
});
