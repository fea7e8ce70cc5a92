import { skillRule } from "../../rule.ts";

/** What a skill links, or names as one of its files, exists. */
export const deadLink = skillRule("skill/dead-link", function* ({ links }) {
  for (const { target, leads, where } of links) {
    if (leads === "nowhere")
      yield { message: `there is no "${target}"`, hint: "correct the path, or add the file", where };
  }
});
