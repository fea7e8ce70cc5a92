import { packRule } from "../../rule.ts";

/** SKILL.md is written in exactly these letters. */
export const wrongCase = packRule("skill/wrong-case", function* ({ unread }) {
  for (const { kind, file } of unread) {
    if (kind !== "wrong-case") continue;
    const name = file.slice(file.lastIndexOf("/") + 1);
    yield { message: `the file is called "${name}", Codex reads "SKILL.md" only`, hint: "rename it", where: { file } };
  }
});
