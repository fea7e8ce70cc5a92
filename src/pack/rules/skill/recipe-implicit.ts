import { skillRule } from "../../rule.ts";

/** A recipe starts only when a person asks for it. */
export const recipeImplicit = skillRule("skill/recipe-implicit", function* ({ recipe, metadata, name, fieldAt }, pack) {
  if (!recipe || metadata?.implicit === false) return;
  yield {
    ...(pack.kind === "baton" ? { severity: "error" as const } : {}),
    message: `the model may start the recipe "${name}" unasked`,
    hint: "set policy.allow_implicit_invocation: false in agents/openai.yaml",
    where: fieldAt("/name"),
  };
});
