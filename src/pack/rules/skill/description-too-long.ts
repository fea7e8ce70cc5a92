import { skillRule } from "../../rule.ts";
import { descriptionLimit } from "../../skill-listing.ts";

/** A description fits into the 1,024 characters that Codex shows. */
export const descriptionTooLong = skillRule("skill/description-too-long", function* ({ fields, fieldAt }) {
  const length = [...(fields?.description ?? "")].length;
  if (length <= descriptionLimit) return;
  yield {
    message: `the description has ${length} characters, Codex cuts it at ${descriptionLimit}`,
    hint: "move detail into the body",
    where: fieldAt("/description"),
  };
});
