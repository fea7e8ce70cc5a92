import type { Command } from "commander";
import type { ExitStatus, Io } from "./io.ts";

/** One command: how it is called, and what it does. It prints through `io` and returns its exit status. */
export interface CommandModule<Options = Record<string, unknown>> {
  /** Adds arguments and options; name and summary come from the command table. */
  readonly configure: (command: Command) => void;
  /** Lines of `--help`: a call and what it does. */
  readonly examples: readonly (readonly [call: string, does: string])[];
  /** @throws Failure when it cannot do what it was asked */
  readonly run: (
    io: Io,
    args: readonly (string | readonly string[] | undefined)[],
    options: Options,
  ) => Promise<ExitStatus>;
}

/** Gives a command's options their type. */
export function defineCommand<Options>(command: CommandModule<Options>): CommandModule<Options> {
  return command;
}
