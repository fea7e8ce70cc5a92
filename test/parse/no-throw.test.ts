import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFrontMatter } from "../../src/parse/front-matter.ts";
import { parseJson } from "../../src/parse/json.ts";
import type { Parsed } from "../../src/parse/parsed.ts";
import { parseToml } from "../../src/parse/toml.ts";
import { parseYaml } from "../../src/parse/yaml.ts";

const skill =
  '---\nname: critic\ndescription: "Reviews: a claim"\nlist: [a, {b: 1}]\nmore: |\n  text\n---\n\n# Title\n';
const parsers = {
  YAML: { parse: parseYaml, good: skill.slice(4, skill.indexOf("\n---\n", 4)) },
  TOML: { parse: parseToml, good: "a = 1\nb.c = [1, { d = 'x' }]\n[t]\n\"q r\" = '''\nx'''\n[[u]]\nv = 2026-01-01\n" },
  JSON: { parse: parseJson, good: '{"a": [1, -2.5e3, true, null], "b\\u0041": {"c": "d\\n"}, "e": ""}\n' },
  "front matter": { parse: parseFrontMatter, good: skill },
} as const;
const fragment = fc.constantFrom(
  ..."{}[]()<>,:;=-?!&*|>%@`'\"#~\\/\n\r\t\0 \u0085\u2028\uFEFF\uD800\uDC00",
  ...[
    "---",
    "...",
    "{{",
    "]]",
    '"""',
    "'''",
    "<<: ",
    "&a ",
    "*a",
    "? ",
    "!!str ",
    "%YAML 1.1\n",
    "\r\n",
    "__proto__",
    "1e999",
    "\\u12",
  ],
);

/** A good document with pieces taken out and put in. */
const mutated = (good: string) =>
  fc
    .array(fc.tuple(fc.nat(good.length), fc.nat(4), fc.oneof(fragment, fc.string({ maxLength: 3 }))), { maxLength: 6 })
    .map((edits) => edits.reduce((text, [at, remove, add]) => text.slice(0, at) + add + text.slice(at + remove), good));

/** A text that gives no value is explained, every place lies in the file, and the value is plain data. */
function isSound(text: string, { value, findings, locate }: Parsed): void {
  if (value === undefined) expect(findings.map((one) => one.severity)).toContain("error");
  else expect(() => JSON.stringify(value)).not.toThrow();
  const lines = text.split(/\r\n|\r|\n/).length;
  const spans = [
    ...findings.map((one) => one.where.span),
    ...["", "/a", "/list/1/b", "/no/such"].map((at) => locate(at)),
  ];
  for (const span of spans) expect(span?.line ?? 1).toBeLessThanOrEqual(lines);
}

test.each(Object.entries(parsers))("no text makes the %s parser throw", (_, { parse }) => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(fragment, { maxLength: 40 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (text) => isSound(text, parse(text, "f"))),
    { numRuns: 300 },
  );
});

test.each(Object.entries(parsers))("no change to a good document makes the %s parser throw", (_, { parse, good }) => {
  expect(parse(good, "f").findings).toEqual([]);
  fc.assert(
    fc.property(mutated(good), (text) => isSound(text, parse(text, "f"))),
    { numRuns: 500 },
  );
});

test("the JSON parser reads exactly what JSON.parse reads", () => {
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  fc.assert(
    fc.property(fc.oneof(fc.json(), mutated(parsers.JSON.good)), (text) => {
      expect(parseJson(text, "f").value).toEqual(parse(text.replace(/^\uFEFF/, "")));
    }),
    { numRuns: 500 },
  );
});
