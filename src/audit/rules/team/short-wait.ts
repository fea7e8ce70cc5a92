import type { Rule } from "../../rule.ts";

/** Codex makes a shorter wait this long. */
const shortestMs = 10_000;

/** A wait is long: one that is not only asks again and again. */
export const shortWait: Rule = {
  code: "team/short-wait",
  live: false,
  check: ({ event }) => {
    if (event.kind !== "wait" || event.refused !== null) return undefined;
    const { timeoutMs } = event;
    if (timeoutMs === null || timeoutMs >= shortestMs) return undefined;
    return {
      message: `the wait asks for ${timeoutMs} ms, Codex makes it ${shortestMs}`,
      hint: "wait several minutes at a time; a wait ends as soon as an agent answers",
    };
  },
};
