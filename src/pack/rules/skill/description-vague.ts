import { skillRule } from "../../rule.ts";

const longest = 300;

/** House style of a pack with a contract: what the skill does, then when to use it, within 300 characters. */
export const descriptionVague = skillRule("skill/description-vague", function* ({ fields, metadata, fieldAt }, pack) {
  const description = fields?.description;
  if (pack.kind !== "baton" || description === undefined) return;
  const where = fieldAt("/description");
  if (description.length > longest)
    yield {
      message: `the description has ${description.length} characters, more than ${longest}`,
      hint: "keep what the skill does and the words that call for it",
      where,
    };
  if (metadata?.implicit === false || /\b(?:when|whenever|before|after|while)\b/i.test(description)) return;
  yield { message: "the description does not say when to use the skill", hint: 'add "Use when …"', where };
});
