import type { TraceEvent } from "../../trace/trace-event.ts";

/** What an event says at full length: prompts, answers, commands and what they printed. Empty where there is nothing more to say. */
export function eventTexts(event: TraceEvent): string[] {
  const texts = textsOf(event);
  return ("refused" in event && event.refused !== null ? [...texts, event.refused] : texts).filter(
    (text) => text !== "",
  );
}

function textsOf(event: TraceEvent): string[] {
  switch (event.kind) {
    case "person_message":
      return [event.text];
    case "spawn":
    case "agent_addressed":
      return [event.prompt ?? ""];
    case "answer":
      return [event.text, event.failed ?? ""];
    case "sent_on":
      return [event.reason];
    case "command":
      return [event.command, event.output];
    case "files_changed":
      return [event.files.map(({ path, change }) => `${change} ${path}`).join("\n")];
    case "turn_ended":
      return [event.message ?? ""];
    default:
      return [];
  }
}
