import matter from "gray-matter";
import { diagnose } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import type { Parsed } from "./parsed.ts";
import { parseYaml } from "./yaml.ts";

/** A Markdown file's front matter with positions, and where its body starts. */
export interface FrontMatter extends Parsed {
  readonly body: string;
  /** The line (from 1) on which the body's first character stands. */
  readonly bodyLine: number;
}

const refuse = {
  parse: (): never => {
    throw new Error("front matter is never evaluated");
  },
};
/** gray-matter evaluates `---js` front matter by default: here it only cuts the block out, and no engine can run. */
const cage = {
  language: "raw",
  engines: {
    raw: (block: string) => ({ block }),
    js: refuse,
    javascript: refuse,
    coffee: refuse,
    cson: refuse,
    json: refuse,
    yaml: refuse,
  },
};

/** Reads the YAML front matter of a SKILL.md. Like Codex, it wants `---` at the first byte. */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const bad = (
    code: "parse/front-matter-missing" | "parse/front-matter-language",
    message: string,
    hint: string,
  ): FrontMatter => ({
    value: undefined,
    findings: [diagnose(code, { message, hint, where: { file, span: { line: 1, column: 1 } } })],
    locate: () => undefined,
    body: text,
    bodyLine: 1,
  });
  const opening = /^---([^\r\n]*)\r?\n/.exec(text);
  if (opening === null)
    return bad("parse/front-matter-missing", "the file does not start with a line of ---", "start the file with ---");
  const language = (opening[1] ?? "").trim();
  if (language !== "") {
    return bad("parse/front-matter-language", `the front matter is marked as "${language}"`, "use plain --- and YAML");
  }
  if (!/\r?\n---[^\S\r\n]*(\r?\n|$)/.test(text)) {
    return bad("parse/front-matter-missing", "the front matter is not closed", "close it with a line of ---");
  }
  // gray-matter caches by content when no options are given; with options it never does.
  const file_ = matter(text, cage);
  const block = String((file_.data as { block?: unknown }).block ?? "");
  const offset = opening[0].length;
  const parsed = parseYaml(text.slice(offset, offset + block.length), file, { offset, whole: text });
  const body = file_.content;
  const bodyLine = new LineIndex(text).span(text.length - body.length).line;
  return { ...parsed, body, bodyLine };
}
