import type { TraceEvent } from "../trace/trace-event.ts";
import type { MalformedAnswer } from "./case.ts";
import { isCommit } from "./shell/is-commit-done.ts";

/**
 * Whether an event goes on with what agents answered, without giving a malformed answer back: the root asks an agent none
 * of them is from, commits, or ends its turn.
 */
export function isBuiltOn(malformed: readonly MalformedAnswer[], event: TraceEvent): boolean {
  if (malformed.length === 0 || event.agent !== null) return false;
  switch (event.kind) {
    case "spawn":
      return event.refused === null && malformed.every((one) => one.type !== (event.type ?? "default"));
    case "agent_addressed":
      return event.refused === null && event.as === "task" && malformed.every((one) => one.thread !== event.target);
    case "command":
      return event.refused === null && (event.exitCode ?? 0) === 0 && isCommit(event.command);
    case "turn_ended":
      return !event.aborted;
    default:
      return false;
  }
}
