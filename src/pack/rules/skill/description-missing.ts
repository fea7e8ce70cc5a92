import { skillRule } from "../../rule.ts";

/** A skill has a description. */
export const descriptionMissing = skillRule("skill/description-missing", function* ({ fields, fieldAt }) {
  if (fields === undefined || fields.description !== undefined || fields.value["description"] instanceof Object) return;
  const given = "description" in fields.value;
  yield {
    message: given ? "the description is empty" : "the skill has no description",
    hint: "say what the skill does and when to use it",
    where: fieldAt(given ? "/description" : "", "key"),
  };
});
