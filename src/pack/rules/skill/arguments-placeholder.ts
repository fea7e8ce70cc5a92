import { skillRule } from "../../rule.ts";

/** A skill reads its input from the person's message: Codex fills nothing in. */
export const argumentsPlaceholder = skillRule("skill/arguments-placeholder", function* ({ body }) {
  const at = /\$ARGUMENTS\b/.exec(body.markdown.prose)?.index;
  if (at === undefined) return;
  yield {
    message: "$ARGUMENTS is not replaced in Codex",
    hint: "say that the user's message carries the input",
    where: body.source.where(at, at + "$ARGUMENTS".length),
  };
});
