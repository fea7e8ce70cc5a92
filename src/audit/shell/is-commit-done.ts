import type { TraceEvent } from "../../trace/trace-event.ts";
import { readCommand } from "./read-command.ts";

/** Whether an event is a commit that was made. */
export function isCommitDone(event: TraceEvent): boolean {
  return event.kind === "command" && event.refused === null && event.exitCode === 0 && isCommit(event.command);
}

/** Whether a command commits. */
export function isCommit(command: string): boolean {
  return /\bcommit\b/.test(command) && readCommand(command).commits !== null;
}
