import { answerRule } from "../answer-rule.ts";

/** What an agent answers fits its schema. */
export const breaksSchema = answerRule(
  "answer/breaks-schema",
  (agent, words) => `what "${agent}" answers does not fit its schema; ${words}`,
);
