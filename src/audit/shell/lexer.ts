/** One simple command of a script, its quotes taken off and its variables filled in where the script itself sets them. */
export interface ShellCommand {
  readonly is: "command";
  readonly words: string[];
  /** Files its output is written to. */
  readonly targets: string[];
  /** The here-document it reads. */
  document?: string;
}

/** A command, or the border of a subshell: what changes in it, its directory above all, does not last. */
export type ShellStep = ShellCommand | { readonly is: "enter" | "leave" };

/** What ends the script being read: the bracket or quote of the substitution it is in. */
export type ScriptEnd = ")" | "`" | undefined;

/** A script half read. */
export interface Lexer {
  readonly text: string;
  at: number;
  depth: number;
  readonly steps: ShellStep[];
  readonly variables: Map<string, string>;
  /** Here-documents whose bodies begin on the next line. */
  awaited: { readonly end: string; readonly tabs: boolean; readonly command: ShellCommand }[];
  /** Reads on up to the end of a script; what a word's substitutions are read with. */
  readonly readScript: (lexer: Lexer, until: ScriptEnd) => void;
}

/** Moves on to the next place of a text, or to the end. */
export function skipTo(lexer: Lexer, end: string): void {
  const at = lexer.text.indexOf(end, lexer.at);
  lexer.at = at < 0 ? lexer.text.length : at;
}
