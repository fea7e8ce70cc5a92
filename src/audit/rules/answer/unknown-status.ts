import { answerRule } from "../answer-rule.ts";

/** The field that decides where an answer goes holds a value of the contract. */
export const unknownStatus = answerRule(
  "answer/unknown-status",
  (agent, words) => `"${agent}" answers with a status the contract does not know; ${words}`,
);
