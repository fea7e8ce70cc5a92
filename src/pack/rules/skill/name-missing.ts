import { skillRule } from "../../rule.ts";

/** A skill states its name. */
export const nameMissing = skillRule("skill/name-missing", function* ({ fields, directoryName, fieldAt }) {
  if (fields === undefined || fields.name !== undefined || fields.value["name"] instanceof Object) return;
  yield {
    message: `the skill has no name, Codex calls it "${directoryName}" after its directory`,
    hint: `add name: ${directoryName}`,
    where: fieldAt(""),
  };
});
