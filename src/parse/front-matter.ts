import matter from "gray-matter";
import { diagnose } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { show } from "../core/value-words.ts";
import type { Parsed } from "./parsed.ts";
import { parseYaml } from "./yaml.ts";

/** A Markdown file's front matter with positions, and where its body starts. */
export interface FrontMatter extends Parsed {
  readonly body: string;
  /** The line (from 1) on which the body's first character stands. */
  readonly bodyLine: number;
}

/**
 * Reads the YAML front matter of a SKILL.md. Like Codex, it wants `---` at the first byte.
 *
 * gray-matter says whether there is any and in which language it claims to be. Its main function is never called: that
 * one evaluates `---js` front matter, and takes quadratic time over blank lines.
 */
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
  const opening = /^---[^\r\n]*\r?\n/.exec(text);
  if (opening === null || !matter.test(text) || text.startsWith("----"))
    return bad("parse/front-matter-missing", "the file does not start with a line of ---", "start the file with ---");
  const language = matter.language(text).name;
  if (language !== "")
    return bad(
      "parse/front-matter-language",
      `the front matter is marked as ${show(language)}`,
      "use plain --- and YAML",
    );
  // The line end before the closing line belongs to it: an empty block has none of its own.
  const offset = opening[0].length;
  const rest = text.slice(offset - 1);
  const closing = /\n---[^\S\r\n]*(?:\r?\n|$)/.exec(rest);
  if (closing === null)
    return bad("parse/front-matter-missing", "the front matter is not closed", "close it with a line of ---");
  const block = rest.slice(1, Math.max(1, closing.index + 1));
  const body = rest.slice(closing.index + closing[0].length);
  const parsed = parseYaml(block, file, { offset, whole: text });
  return { ...parsed, body, bodyLine: new LineIndex(text).span(text.length - body.length).line };
}
