import { skillRule } from "../../rule.ts";

const allowed = /^[\p{Ll}\p{Lo}\p{Nd}]+(?:-[\p{Ll}\p{Lo}\p{Nd}]+)*$/u;

/** A name consists of lower-case words and digits joined by single hyphens. Source: agentskills.io/specification. */
export const nameInvalid = skillRule("skill/name-invalid", function* ({ fields, fieldAt }) {
  const name = fields?.name;
  if (name === undefined || allowed.test(name)) return;
  const better = suggestion(name);
  yield {
    message: `the name "${name}" is not made of lower-case letters, digits and single hyphens`,
    ...(better === "" ? {} : { hint: `call it ${better}` }),
    where: fieldAt("/name"),
  };
});

function suggestion(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Nd}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
