import { skillRule } from "../../rule.ts";

const most = 500;

/** A SKILL.md's body stays under 500 lines. Source: agentskills.io/specification. */
export const bodyTooLong = skillRule("skill/body-too-long", function* ({ body }) {
  const lines = body.source.text.slice(body.start, body.end).trim().split("\n").length;
  if (lines <= most) return;
  yield {
    message: `the body has ${lines} lines, more than the ${most} recommended`,
    hint: "move reference material into files beside it and say when to open them",
    where: body.source.where(body.start),
  };
});
