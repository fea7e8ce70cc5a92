import { cutText, textLimits } from "../cut-text.ts";
import { type Excerpt, readExcerpt } from "../excerpt.ts";
import type { CommandRun, FilesChanged } from "../trace-event.ts";

/**
 * The command with what it printed, which is read when somebody asks: few outputs of a session are ever looked at.
 * @param printed as JSON writes it, without the quotes
 */
export function withOutput(event: CommandRun | FilesChanged, printed: Excerpt | null): CommandRun | FilesChanged {
  if (event.kind !== "command" || printed === null) return event;
  let output: string | undefined;
  return {
    ...event,
    get output() {
      output ??= decoded(readExcerpt(printed));
      return output;
    },
  };
}

function decoded(printed: Buffer): string {
  try {
    return cutText(JSON.parse(`"${printed.toString("utf8")}"`), textLimits.output);
  } catch {
    // A control character that JSON does not allow: the line was written by something else than Codex.
    return "";
  }
}
