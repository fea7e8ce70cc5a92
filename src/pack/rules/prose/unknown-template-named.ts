import { closedList, didYouMean } from "../../../core/suggest.ts";
import { proseRule } from "../../rule.ts";

const path = /\.baton\/templates\/([\w-]+\.md)\b/g;

/** Every template that a text names exists. */
export const unknownTemplateNamed = proseRule("prose/unknown-template-named", function* (prose, { templates, kind }) {
  if (templates.length === 0) return;
  for (const match of prose.markdown.unfenced.matchAll(path)) {
    const [whole, name = ""] = match;
    if (templates.includes(name)) continue;
    yield {
      ...(kind === "baton" ? { severity: "error" as const } : {}),
      message: `there is no template "${name}", there are ${closedList(templates)}`,
      hint: didYouMean(name, templates),
      where: prose.source.where(match.index, match.index + whole.length),
    };
  }
});
