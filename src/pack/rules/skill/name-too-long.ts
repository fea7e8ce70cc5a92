import { skillRule } from "../../rule.ts";

/** A name has at most 64 characters. */
export const nameTooLong = skillRule("skill/name-too-long", function* ({ fields, name, fieldAt }) {
  const length = [...name].length;
  if (fields === undefined || length <= 64) return;
  yield { message: `the name has ${length} characters, Codex takes at most 64`, where: fieldAt("/name") };
});
