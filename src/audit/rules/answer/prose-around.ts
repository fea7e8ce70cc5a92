import { answerRule } from "../answer-rule.ts";

/** An agent answers with its JSON object and nothing around it. */
export const proseAround = answerRule(
  "answer/prose-around",
  (agent, words) => `"${agent}" answers with more than its JSON object; ${words}`,
);
