import type { Rule } from "../../rule.ts";

/** A subagent knows what it was told, and not the whole conversation. */
export const inheritedConversation: Rule = {
  code: "team/inherited-conversation",
  live: true,
  check: ({ event }) => {
    if (event.kind !== "spawn" || !event.inherits || event.agent !== null) return undefined;
    const own = event.name === null ? "fork_context: false" : 'fork_turns: "none"';
    return {
      message: `"${event.type ?? "default"}" gets the whole conversation`,
      hint: `spawn it with \`${own}\` and tell it what it needs`,
    };
  },
};
