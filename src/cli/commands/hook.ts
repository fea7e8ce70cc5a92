import type { CommandGroup } from "../define-command.ts";

/** What Codex calls at its events, and what a person says about that. */
const group: CommandGroup = {
  verbs: {},
  otherwise: {
    word: "<Event>",
    // Codex begins the names of its events with a capital: a mistyped verb is told from an event it has yet to invent.
    takes: (word) => /^[A-Z]/.test(word),
    summary: "answer an event, with its payload on standard input (Codex calls it)",
    load: () => import("./hook/event.ts"),
  },
};

export default group;
