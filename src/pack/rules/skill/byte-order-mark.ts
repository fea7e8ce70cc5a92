import { skillRule } from "../../rule.ts";

/** SKILL.md starts with its front matter, not with a byte order mark. */
export const byteOrderMark = skillRule("skill/byte-order-mark", function* ({ byteOrderMark: marked, source }) {
  if (!marked) return;
  yield {
    message: "the file starts with a byte order mark, Codex refuses the skill",
    hint: "save it as UTF-8 without one",
    where: { file: source.file, span: { line: 1, column: 1 } },
  };
});
