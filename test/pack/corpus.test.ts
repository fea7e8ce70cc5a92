import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue, isCode } from "../../src/core/codes.ts";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import { diskReader } from "../../src/pack/disk-reader.ts";
import { lintPack } from "../../src/pack/lint.ts";
import { loadPack } from "../../src/pack/load-pack.ts";
import type { PackReader } from "../../src/pack/pack-reader.ts";
import { rules } from "../../src/pack/rules.ts";
import { plain } from "../../src/render/style.ts";
import { renderText } from "../../src/render/text.ts";
import { base } from "../helpers/lint-files.ts";
import { generatedCases } from "./generated-cases.ts";

const corpus = join(import.meta.dirname, "../corpus");
const update = process.env["UPDATE_CORPUS"] === "1";

/** Codes that lint gives without a rule: they come from loading the contract, the flows and the budgets, and from the comments. */
const withoutRule = [
  "contract/loosened",
  "contract/shape",
  "contract/unknown-agent",
  "contract/unknown-status",
  "pack/budgets-invalid",
  "pack/ignore-invalid",
  "pack/ignore-unused",
  "workflow/endless",
  "workflow/expression",
  "workflow/shape",
  "workflow/unknown-agent",
  "workflow/unknown-handoff",
  "workflow/unknown-node",
  "workflow/unknown-stop",
  "workflow/unreachable",
];
/** What lint passes on from the parsers. */
const ofParsers = [
  "parse/duplicate-key",
  "parse/front-matter-language",
  "parse/front-matter-missing",
  "parse/toml",
  "parse/yaml",
];
/** Codes of the same areas that other commands give. */
const notOfLint = ["pack/incomplete"];

const lintCodes = Object.keys(catalogue)
  .filter((code) => /^(?:agent|contract|pack|prose|skill|workflow)\//.test(code))
  .filter((code) => !notOfLint.includes(code));
const codes = [...new Set([...lintCodes, ...ofParsers, ...rules.map((rule) => rule.code)])].sort();

describe("the golden corpus", () => {
  test.each(codes)("%s: finds what is bad and nothing in what is ok", async (code) => {
    const cases = casesOf(code);
    expect(cases.some(({ name }) => name.startsWith("bad"))).toBe(true);
    expect(cases.some(({ name }) => name.startsWith("ok"))).toBe(true);
    const parts: string[] = [];
    for (const { name, open } of cases) {
      const { reader, remove } = open();
      const { findings, text } = await lint(reader, code);
      remove();
      if (name.startsWith("ok")) expect(findings, name).toEqual([]);
      else {
        expect(findings, name).not.toEqual([]);
        parts.push(`== ${name}\n${text}`);
      }
    }
    const expected = join(corpus, code, "expected.txt");
    if (update) {
      mkdirSync(join(corpus, code), { recursive: true });
      writeFileSync(expected, parts.join("\n"));
    }
    expect(parts.join("\n")).toBe(readFileSync(expected, "utf8"));
  });

  test("has no folder that belongs to no code", () => {
    const folders = readdirSync(corpus).flatMap((area) =>
      ["agent", "contract", "pack", "parse", "prose", "skill", "workflow"].includes(area)
        ? readdirSync(join(corpus, area)).map((name) => `${area}/${name}`)
        : [],
    );
    expect(folders.filter((folder) => !codes.some((code) => code === folder))).toEqual([]);
  });
});

describe("the rules", () => {
  test("have one file each, named after its code", () => {
    const directory = join(import.meta.dirname, "../../src/pack/rules");
    const files = readdirSync(directory).flatMap((area) =>
      readdirSync(join(directory, area)).map((name) => `${area}/${name.replace(/\.ts$/, "")}`),
    );
    expect(rules.map((rule) => rule.code).sort()).toEqual(files.sort());
  });

  test("cover every code of lint", () => {
    const ruled = rules.map((rule) => String(rule.code));
    expect(lintCodes.filter((code) => !ruled.includes(code) && !withoutRule.includes(code))).toEqual([]);
  });
});

interface Case {
  readonly name: string;
  readonly open: () => { readonly reader: PackReader; readonly remove: () => void };
}

function casesOf(code: string): Case[] {
  const folder = join(corpus, code);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^(?:bad|ok)/.test(name)) : [];
  const written = names.map((name): Case => {
    const open = (): ReturnType<Case["open"]> => ({
      reader: diskReader(join(folder, name), folder),
      remove: () => undefined,
    });
    return { name, open };
  });
  const generated = generatedCases.filter((one) => one.code === code);
  return [...written, ...generated].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function lint(reader: PackReader, code: string): Promise<{ findings: readonly Diagnostic[]; text: string }> {
  if (!isCode(code)) throw new Error(`${code} is not a code`);
  const pack = await loadPack(reader, base);
  const findings = lintPack(pack, { only: [code, ...ignorable(code)] }).filter((finding) => finding.code === code);
  return { findings, text: renderText({ findings, sourceOf: (file) => pack.sources.get(file), checked: [] }, plain) };
}

/** What a comment ignores has to be looked for, or the comment is of no use. */
function ignorable(code: string): ["skill/dead-link"] | [] {
  return code.startsWith("pack/ignore") ? ["skill/dead-link"] : [];
}
