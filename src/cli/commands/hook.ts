import type { CommandGroup } from "../define-command.ts";

/** What Codex calls at its events, and what a person says about that. */
const group: CommandGroup = {
  verbs: {
    on: { summary: "hold again what recipes promise (a person's command)", load: () => import("./hook/on.ts") },
    off: { summary: "let everything pass, on the record (a person's command)", load: () => import("./hook/off.ts") },
    status: {
      summary: "say whether they are on, and which of them Codex runs",
      load: () => import("./hook/status.ts"),
    },
  },
  otherwise: {
    word: "<Event>",
    // Codex begins the names of its events with a capital: a mistyped verb is told from an event it has yet to invent.
    takes: (word) => /^[A-Z]/.test(word),
    summary: "answer an event, with its payload on standard input (Codex calls it)",
    load: () => import("./hook/event.ts"),
  },
};

export default group;
