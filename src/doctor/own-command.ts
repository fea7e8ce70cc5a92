import type { HookEvent, HookGroups } from "../install/config/hook-group.ts";

/**
 * Whether a hook's command is Baton's, in a file that anybody may have written: it is the very command this version wires
 * for the event, but for white space between words. What a command calls itself counts for nothing.
 */
export function isOwnCommand(command: string, event: HookEvent, wanted: HookGroups): boolean {
  const handlers = (wanted[event] ?? []).flatMap(({ hooks }) => hooks);
  return handlers.some(({ command: unix, commandWindows: windows }) =>
    [unix, windows].some((one) => one !== undefined && spaced(one) === spaced(command)),
  );
}

/** One blank between words. Within quotes white space belongs to the word, and a line break ends the command. */
function spaced(command: string): string {
  const parts = command.split(/("(?:[^"\\]|\\.)*"|'[^']*')/);
  const blanks = parts.map((part, at) => (at % 2 === 1 ? part : part.replace(/[ \t]+/g, " ")));
  return blanks.join("").replace(/^ | $/g, "");
}
