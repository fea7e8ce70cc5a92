/** A command that Baton wires, as it stands in a hooks.json. */
export interface WiredCommand {
  readonly command: string;
  readonly commandWindows?: string;
}

/**
 * Whether a hook's command is Baton's, in a file that anybody may have written: it is the very command that was wired,
 * but for white space between words. What a command calls itself counts for nothing.
 */
export function isOwnCommand(command: string, wired: readonly WiredCommand[]): boolean {
  return wired.some(({ command: unix, commandWindows: windows }) =>
    [unix, windows].some((one) => one !== undefined && spaced(one) === spaced(command)),
  );
}

/** One blank between words. Within quotes white space belongs to the word, and a line break ends the command. */
function spaced(command: string): string {
  const parts = command.split(/("(?:[^"\\]|\\.)*"|'[^']*')/);
  const blanks = parts.map((part, at) => (at % 2 === 1 ? part : part.replace(/[ \t]+/g, " ")));
  return blanks.join("").replace(/^ | $/g, "");
}
