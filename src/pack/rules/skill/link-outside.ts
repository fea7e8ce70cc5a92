import { skillRule } from "../../rule.ts";

/** What a skill links lies in the skill, or in one installed beside it. */
export const linkOutside = skillRule("skill/link-outside", function* ({ links }) {
  for (const { target, leads, where } of links) {
    if (leads !== "out-of-skill" && leads !== "out-of-pack") continue;
    const message =
      leads === "out-of-pack" ? "out of what is linted" : "out of the skill, a copy of it is without the file";
    yield { message: `"${target}" leads ${message}`, hint: "move the file into the skill", where };
  }
});
