import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/core/codes.ts";
import { plain } from "../../src/render/style.ts";
import { renderText } from "../../src/render/text.ts";
import type { AnswerSchema } from "../../src/response/answer-schema.ts";
import { compileFits } from "../../src/response/compile-schema.ts";
import { baton } from "../helpers/fake-io.ts";
import { validate } from "../helpers/shipped-rules.ts";

const corpus = join(import.meta.dirname, "../corpus/response");
const update = process.env["UPDATE_CORPUS"] === "1";
/** What is wrong with a schema, and not with an answer. */
const ofSchemas = ["response/not-strict"];
const codes = Object.keys(catalogue).filter((code) => code.startsWith("response/") && !ofSchemas.includes(code));
const good = '{"status": "approved", "note": "…"}';

/** Inputs too big to be files. */
const generated: Readonly<Record<string, string>> = {
  "too-large/bad-one-over": answerOf(1_000_001),
  "too-large/bad-prose": "approved ".repeat(200_000),
  "too-large/ok-at-the-limit": answerOf(1_000_000),
  "too-deep/bad-lists": `{"status": "approved", "a": ${"[".repeat(64)}${"]".repeat(64)}}`,
  "too-deep/bad-objects": `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
  "too-deep/bad-without-an-end": '{"a":'.repeat(100_000),
  "too-deep/bad-behind-a-quote": `He said " and {"a": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
  "too-deep/bad-list": "[".repeat(100_000),
  "too-deep/ok-at-the-limit": `{"status": "approved", "a": ${"[".repeat(63)}${"]".repeat(63)}}`,
  "too-deep/ok-brackets-in-strings": good.replace("…", "[".repeat(100_000)),
};

describe("the corpus of answers", () => {
  test.each(codes)(
    "%s: is found in what is bad and not in what is ok, and each answer goes where it should",
    async (code) => {
      const folder = join(corpus, code.slice("response/".length));
      const cases = casesIn(folder);
      for (const kind of ["bad", "ok"])
        expect(
          cases.some(({ name }) => name.startsWith(kind)),
          kind,
        ).toBe(true);
      const beside = schemasIn(folder);
      const parts: string[] = [];
      for (const { name, text } of cases) {
        const strict = await inWords(text, { lenient: false, beside });
        const lenient = await inWords(text, { lenient: true, beside });
        for (const said of [strict, lenient])
          expect(said.includes(`[${code}]`), `${name}\n${said}`).toBe(name.startsWith("bad"));
        parts.push(`== ${name}\n${strict}${lenient === strict ? "" : `-- lenient\n${lenient}`}`);
      }
      const expected = join(folder, "expected.txt");
      if (update) writeFileSync(expected, parts.join("\n"));
      expect(parts.join("\n")).toBe(readFileSync(expected, "utf8"));
    },
  );

  test("has no folder that belongs to no code", () => {
    expect(
      readdirSync(corpus)
        .map((name) => `response/${name}`)
        .sort(),
    ).toEqual(codes.sort());
  });
});

function answerOf(length: number): string {
  return good.replace("…", "x".repeat(length - good.length + 1));
}

function casesIn(folder: string): { name: string; text: string }[] {
  const written = readdirSync(folder).filter((name) => /^(bad|ok).*\.txt$/.test(name));
  const area = folder.slice(folder.lastIndexOf("/") + 1);
  return [
    ...written.map((name) => ({ name: name.replace(".txt", ""), text: readFileSync(join(folder, name), "utf8") })),
    ...Object.entries(generated).flatMap(([path, text]) =>
      path.startsWith(`${area}/`) ? { name: path.slice(area.length + 1), text: `agent: quality-fixer\n${text}` } : [],
    ),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The schema a project would hold beside the shipped one. */
function schemasIn(folder: string): AnswerSchema[] {
  const file = join(folder, "schema.json");
  if (!existsSync(file)) return [];
  const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
  return [{ agent: "", file, schema, fits: compileFits(schema) }];
}

/** What a person reads about an answer: the findings, then where it goes. Without a line naming the agent, what the command prints. */
async function inWords(text: string, options: { lenient: boolean; beside: readonly AnswerSchema[] }): Promise<string> {
  const [, agent, answer] = /^agent: (.*)\n([\s\S]*)$/.exec(text) ?? [];
  if (agent === undefined || answer === undefined) {
    const { out, err } = await baton(["validate", "--stdin"], { stdin: text });
    return out + err;
  }
  const { findings, valid, routed } = await validate(agent, answer, options);
  const route = routed === undefined ? "no route" : `${routed.route}: ${routed.next}`;
  const because = routed?.decidedBy === undefined ? "" : ` (${routed.decidedBy.field}: ${routed.decidedBy.value})`;
  const rendered = renderText({ findings, sourceOf: () => answer, checked: [] }, plain);
  return `${rendered}${rendered === "" ? "" : "\n"}${valid ? "valid" : "not valid"}, ${route}${because}\n`;
}
