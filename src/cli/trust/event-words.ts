import type { HookEvent } from "../../install/config/hook-group.ts";

/** What Baton's hook for an event gets to see and may do, in words for whoever decides about it. */
const words: Readonly<Partial<Record<HookEvent, string>>> = {
  PreToolUse: "sees each shell command, patch and call for a subagent before it runs; may refuse it, with the reason",
  PostToolUse: "sees what came of those; keeps a record, may add a note for the model",
  SessionStart: "sees that a session starts, resumes or was compacted; may tell the model where the run stands",
  UserPromptSubmit: "sees every prompt you send; keeps your decisions on record, may add a note for the model",
  SubagentStart: "sees which subagent starts; may put before it what its step must be handed",
  SubagentStop: "sees a subagent's answer; may send it back, with what is wrong with it",
  Stop: "sees how the model ends its turn; may ask it, once, to go on",
};

/** The sentence for an event; one of another version's has none of its own. */
export function eventWords(event: HookEvent): string {
  return words[event] ?? "sees the event; may answer it";
}
