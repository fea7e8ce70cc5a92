import type { EventBase } from "./agent-event.ts";
import { cutText, textLimits } from "./cut-text.ts";
import { patchFiles, patchInCommand } from "./patch-files.ts";
import type { CommandRun, FilesChanged } from "./trace-event.ts";

/** A command and how it went. */
export type Shell = Pick<CommandRun, "command" | "cwd" | "exitCode" | "output" | "refused">;

/** A shell command as an event. Codex applies a patch itself where a command is nothing else, or where it is the patch. */
export function shellEvent(base: EventBase, shell: Shell): CommandRun | FilesChanged {
  const refused = shell.refused === null ? null : cutText(shell.refused, textLimits.reason);
  const patch = shell.command.startsWith("*** Begin Patch") ? shell.command : patchInCommand(shell.command);
  if (patch !== undefined) return { kind: "files_changed", ...base, files: patchFiles(patch), refused };
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
