import { foreignFields } from "../../foreign-fields.ts";
import { skillRule } from "../../rule.ts";

/** A field has an effect in Codex. */
export const noEffectField = skillRule("skill/no-effect-field", function* (skill) {
  for (const [key, value] of Object.entries(skill.fields?.value ?? {})) {
    const known = Object.hasOwn(foreignFields, key) ? foreignFields[key] : undefined;
    if (known === undefined || known.matters?.(value, skill) === false) continue;
    const where = skill.fieldAt(`/${key}`, "key");
    yield { severity: known.severity, message: `"${key}" has no effect in Codex`, hint: known.hint, where };
  }
});
