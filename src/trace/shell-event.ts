import { isAbsolute, join } from "node:path";
import type { EventBase } from "./agent-event.ts";
import { cutText, textLimits } from "./cut-text.ts";
import { patchDirectory, patchFiles } from "./patch-files.ts";
import type { CommandRun, FilesChanged } from "./trace-event.ts";

/** A command and how it went. */
export type Shell = Pick<CommandRun, "command" | "cwd" | "exitCode" | "output" | "refused">;

/**
 * A shell command as an event. Codex applies a patch itself where a command does nothing else, or where it is the patch.
 * @param session the session's directory
 */
export function shellEvent(base: EventBase, shell: Shell, session: string): CommandRun | FilesChanged {
  const refused = shell.refused === null ? null : cutText(shell.refused, textLimits.reason);
  const directory = shell.command.startsWith("*** Begin Patch") ? null : patchDirectory(shell.command);
  if (directory !== undefined) {
    const from = directory === null || isAbsolute(directory) ? directory : join(shell.cwd ?? "", directory);
    return { kind: "files_changed", ...base, files: patchFiles(shell.command, session, from ?? shell.cwd), refused };
  }
  return {
    kind: "command",
    ...base,
    command: cutText(shell.command, textLimits.words),
    cwd: shell.cwd,
    exitCode: shell.exitCode,
    output: cutText(shell.output, textLimits.output),
    refused,
  };
}
