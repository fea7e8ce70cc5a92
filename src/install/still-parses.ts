import { parseFrontMatter } from "../parse/front-matter.ts";
import { parseJson } from "../parse/json.ts";
import type { Parsed } from "../parse/parsed.ts";
import { parseToml } from "../parse/toml.ts";
import { parseYaml } from "../parse/yaml.ts";
import { type Content, textOf } from "./content.ts";

/**
 * Whether a file can still be read by what reads its kind (TOML, JSON, YAML, a skill's front matter). A merge of lines
 * knows nothing of syntax, and one broken file keeps an agent, or Codex itself, from starting.
 */
export function stillParses(target: string, content: Content): boolean {
  const parse = parserFor(target);
  if (parse === undefined) return true;
  const text = textOf(content);
  return text !== undefined && parse(text, target).findings.every((finding) => finding.severity !== "error");
}

function parserFor(target: string): ((text: string, file: string) => Parsed) | undefined {
  if (target.endsWith("/SKILL.md")) return parseFrontMatter;
  if (target.endsWith(".toml")) return parseToml;
  if (target.endsWith(".json")) return parseJson;
  return /\.ya?ml$/.test(target) ? parseYaml : undefined;
}
