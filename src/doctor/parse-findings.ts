import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { parseFrontMatter } from "../parse/front-matter.ts";
import type { Parsed } from "../parse/parsed.ts";
import { parseToml } from "../parse/toml.ts";
import { parseYaml } from "../parse/yaml.ts";

/**
 * Why a file cannot be read by what reads its kind. The contract and its schemas are left out: their loader says more
 * about them.
 * @param text undefined when it is not UTF-8
 */
export function parseFindings(target: string, text: string | undefined, file: string): Diagnostic[] {
  const parse = parserFor(target);
  if (parse === undefined) return [];
  if (text === undefined) {
    return [diagnose("parse/unreadable", { message: "it is not UTF-8", hint: "save it as UTF-8", where: { file } })];
  }
  return parse(text, file).findings.filter(({ severity }) => severity === "error");
}

function parserFor(target: string): ((text: string, file: string) => Parsed) | undefined {
  if (target.endsWith("/SKILL.md")) return parseFrontMatter;
  if (target.endsWith(".toml")) return parseToml;
  return target.endsWith("/agents/openai.yaml") ? parseYaml : undefined;
}
