import { answerRule } from "../answer-rule.ts";

/** There are end-to-end tests, or a reason why there are none. */
export const testsUnexplained = answerRule(
  "answer/tests-unexplained",
  (agent, words) => `"${agent}" gives no end-to-end tests and no reason; ${words}`,
);
