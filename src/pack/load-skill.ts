import { type Diagnostic, diagnose, type Where } from "../core/diagnostic.ts";
import { type FrontMatter, parseFrontMatter } from "../parse/front-matter.ts";
import { scanMarkdown } from "../parse/markdown.ts";
import { repairFrontMatter } from "../parse/repair-front-matter.ts";
import { codexText } from "./codex-text.ts";
import type { Found } from "./discover.ts";
import { loadDocuments } from "./load-documents.ts";
import { loadOpenaiYaml } from "./load-openai-yaml.ts";
import type { Prose, Scope, Skill, SkillFields } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";
import { asRecord } from "./record.ts";
import { resolveLinks } from "./resolve-links.ts";
import type { Source } from "./source.ts";
import { withoutMark } from "./without-mark.ts";

/** Loads the skill whose SKILL.md was found, with the files beside it; undefined when SKILL.md cannot be read. */
export function loadSkill({ path, scope }: Found, files: ReadFiles): Skill | undefined {
  const source = files.read(path);
  if (source === undefined) return undefined;
  const directory = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const directoryName = directory === "" ? files.reader.rootName : directory.slice(directory.lastIndexOf("/") + 1);
  const byteOrderMark = source.text.startsWith("\uFEFF");
  const { front, repaired } = readFrontMatter(source);
  if (repaired === undefined) files.findings.push(...front.findings.map((finding) => lighter(finding, scope)));
  const fields = fieldsOf(front.value);
  const body = bodyOf(source, front);
  const documents = loadDocuments(directory, files);
  const name = fields?.name ?? directoryName;
  return {
    name,
    path,
    source,
    directory,
    directoryName,
    scope,
    recipe: scope.root === "recipes" || name.startsWith("recipe-"),
    byteOrderMark,
    fields,
    repaired,
    fieldAt: (pointer, part) => placeOf(front, source, pointer, part),
    body,
    documents: documents.map(({ prose }) => prose),
    links: [{ directory, prose: body }, ...documents].flatMap((one) =>
      resolveLinks(one, directory, scope, files.reader),
    ),
    metadata: loadOpenaiYaml(directory, files),
  };
}

/** Like Codex: what does not parse as YAML is tried once more with its plain values quoted. */
function readFrontMatter(source: Source): { front: FrontMatter; repaired: Diagnostic | undefined } {
  const text = withoutMark(source.text);
  const front = parseFrontMatter(text, source.file);
  const [first] = front.findings;
  if (front.value !== undefined || first?.code !== "parse/yaml") return { front, repaired: undefined };
  const [whole = "", opening = "", block = ""] =
    /^(---[^\r\n]*\r?\n)([\s\S]*?)(?=\r?\n[^\S\r\n]*---[^\S\r\n]*(?:\r?\n|$))/.exec(text) ?? [];
  const better = repairFrontMatter(block);
  if (better === undefined) return { front, repaired: undefined };
  const again = parseFrontMatter(opening + better + text.slice(whole.length), source.file);
  if (again.value === undefined) return { front, repaired: undefined };
  const repaired = diagnose("skill/yaml-repaired", {
    message: `the front matter is not valid YAML: ${first.message}`,
    hint: "put the value in quotes",
    where: first.where,
  });
  return { front: again, repaired };
}

/** A SKILL.md without front matter in a place that Codex does not scan may well be written for another program. */
function lighter(finding: Diagnostic, { kind }: Scope): Diagnostic {
  const isGuess = kind === "guess" && finding.code === "parse/front-matter-missing";
  return isGuess ? { ...finding, severity: "warning" } : finding;
}

function fieldsOf(value: unknown): SkillFields | undefined {
  const record = value === null ? {} : asRecord(value);
  return record && { value: record, name: codexText(record["name"]), description: codexText(record["description"]) };
}

function bodyOf(source: Source, front: FrontMatter): Prose {
  const end = source.text.length;
  const start = end - front.body.length;
  return { kind: "skill", source, start, end, markdown: scanMarkdown(source.text, start, end) };
}

function placeOf(front: FrontMatter, { file }: Source, pointer: string, part?: "key" | "value"): Where {
  const span = front.locate(pointer, part);
  return { file, span: pointer === "" || span === undefined ? { line: 1, column: 1 } : span };
}
