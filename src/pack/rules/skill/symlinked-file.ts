import { packRule } from "../../rule.ts";

/** SKILL.md is a file, not a link to one. */
export const symlinkedFile = packRule("skill/symlinked-file", function* ({ unread }) {
  for (const { kind, file } of unread) {
    if (kind !== "symlinked-skill") continue;
    yield {
      message: "SKILL.md is a symbolic link, Codex does not load it",
      hint: "link its directory",
      where: { file },
    };
  }
});
