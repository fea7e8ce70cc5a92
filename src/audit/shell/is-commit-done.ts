import type { TraceEvent } from "../../trace/trace-event.ts";
import { commandOf } from "./command-of.ts";
import { readCommand } from "./read-command.ts";

/**
 * Whether an event is a commit that was made. A command's exit status is that of its last part only: where git's own
 * words say that it committed, or that it did not, they decide.
 */
export function isCommitDone(event: TraceEvent): boolean {
  if (event.kind !== "command" || event.refused !== null) return false;
  if (!mentions.test(event.command) || commandOf(event).commits === null) return false;
  if (/^\[[^\]\n]+ [0-9a-f]{7,40}\] /m.test(event.output)) return true;
  return event.exitCode === 0 && (/\bgit\s+status\b/.test(event.command) || !refusals.test(event.output));
}

/** Whether a command commits. */
export function isCommit(command: string): boolean {
  return mentions.test(command) && readCommand(command).commits !== null;
}

const mentions = /\bcommit\b/;
/** What git says when it commits nothing; its `status` says the same when there is nothing left to commit. */
const refusals = /^(nothing (added )?to commit|no changes added to commit|fatal: )/m;
