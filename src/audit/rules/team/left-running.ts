import { runningAgents } from "../../case.ts";
import type { Rule } from "../../rule.ts";

/** A turn ends when every subagent that was asked something has answered. */
export const leftRunning: Rule = {
  code: "team/left-running",
  live: true,
  check: ({ event, before }) => {
    if (event.kind !== "turn_ended" || event.aborted) return undefined;
    // One that an earlier turn left running is an earlier breach.
    const left = runningAgents(before).filter((agent) => agent.asked > before.turnEnded);
    const [first, ...more] = left.map((agent) => `"${agent.type}"`);
    if (first === undefined) return undefined;
    const names = [first, ...more].join(", ");
    return {
      message: `the turn ends while ${names} ${more.length === 0 ? "is" : "are"} running`,
      hint: `wait for ${more.length === 0 ? "the answer" : "the answers"} before you end the turn`,
    };
  },
};
