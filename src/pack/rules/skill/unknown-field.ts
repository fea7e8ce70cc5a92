import { didYouMean } from "../../../core/suggest.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { foreignFields } from "../../foreign-fields.ts";
import { skillRule } from "../../rule.ts";

const specified = ["name", "description", "license", "compatibility", "metadata", "allowed-tools"];

/** The front matter has the fields of the specification only. Source: agentskills.io/specification. */
export const unknownField = skillRule("skill/unknown-field", function* ({ fields, fieldAt }) {
  for (const key of Object.keys(fields?.value ?? {})) {
    if (specified.includes(key) || Object.hasOwn(foreignFields, key)) continue;
    yield {
      message: `"${key}" is not a field of the specification`,
      hint: didYouMean(key, specified) ?? "move it under metadata",
      where: fieldAt(pointerOf([key]), "key"),
    };
  }
});
