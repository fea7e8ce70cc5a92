import type { AnswerFault } from "../answer-fault.ts";
import { isBuiltOn } from "../is-built-on.ts";
import type { Rule } from "../rule.ts";

/**
 * A rule about what an answer is. An answer that is given back to its agent, or that the agent is asked for once more,
 * breaks none: the rule speaks when something is built on it, and points at the answer.
 */
export function answerRule(code: AnswerFault["code"], say: (agent: string, words: string) => string): Rule {
  return {
    code,
    live: true,
    check: ({ event, before: { malformed }, course }) => {
      if (!isBuiltOn(malformed, event)) return undefined;
      return malformed
        .filter((one) => one.code === code)
        .map(({ type, words, event: answer }) => ({
          message: say(type, words),
          hint: `send this back to ${type}; after ${course.contract.limits.revisions} attempts put it before the person; use nothing of the answer before`,
          event: answer,
        }));
    },
  };
}
