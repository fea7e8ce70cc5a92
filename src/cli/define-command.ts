import type { ExitStatus, Io } from "./io.ts";

/** A positional argument as help shows it: `<file>`, `[file]`, `[file...]`. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
}

/** An option as help shows it: `-q, --quiet`, `--agent <name>`. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

/** A command's words, read: an argument is a text, a list of texts (`[file...]`), or undefined. */
export type Arguments = readonly (string | readonly string[] | undefined)[];

/** One command: how it is called, and what it does. It prints through `io` and returns its exit status. */
export interface CommandModule<Options = Record<string, unknown>> {
  readonly parameters: readonly Parameter[];
  readonly options: readonly OptionSpec[];
  /** Lines of `--help`: a call and what it does. */
  readonly examples: readonly (readonly [call: string, does: string])[];
  /** @throws Failure when it cannot do what it was asked */
  readonly run: (io: Io, args: Arguments, options: Options) => Promise<ExitStatus>;
}

/** Gives a command's options their type. */
export function defineCommand<Options>(command: CommandModule<Options>): CommandModule<Options> {
  return command;
}

/** One verb of a command group, loaded when it is called. */
export interface Verb {
  readonly summary: string;
  // biome-ignore lint/suspicious/noExplicitAny: each verb has options of its own, checked in its file
  readonly load: () => Promise<{ readonly default: CommandModule<any> }>;
}

/** A command that consists of verbs: `baton run open`. */
export interface CommandGroup {
  readonly verbs: Readonly<Record<string, Verb>>;
  /** What other words go to, with the word itself as the first argument. */
  readonly otherwise?: Verb & { readonly word: string; readonly takes: (word: string) => boolean };
}
