import { Command, CommanderError, Option } from "commander";
import { Failure } from "../core/failure.ts";
import type { Arguments, CommandModule } from "./define-command.ts";
import type { Io } from "./io.ts";
import { inOwnName } from "./own-name.ts";

/** A command line, read. */
export interface ParsedCommand {
  readonly args: Arguments;
  readonly options: Record<string, unknown>;
}

/**
 * Parses a command's own words. `"help"` when help was asked for and printed.
 * @throws Failure cli/usage
 */
export function parseCommand(
  name: string,
  summary: string,
  module: CommandModule,
  words: readonly string[],
  io: Io,
): ParsedCommand | "help" {
  const command = new Command(`baton ${name}`).description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`);
  command
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(inOwnName(io, text)), writeErr: () => undefined });
  command.helpOption("-h, --help", "print this help");
  for (const parameter of module.parameters) command.argument(parameter.name, parameter.description);
  for (const { flags, description, choices } of module.options) {
    const option = new Option(flags, description);
    command.addOption(choices === undefined ? option : option.choices(choices));
  }
  command.addHelpText("after", examples(module.examples));
  try {
    command.parse([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return "help";
    const message = error.message.replace(/^error: /, "").split("\n");
    throw new Failure("cli/usage", (message[0] ?? "").replace(/\.$/, ""), {
      status: 2,
      hint: message[1]?.replace(/^\(|\)$/g, "").toLowerCase() ?? `baton ${name} --help shows how it is called`,
    });
  }
  return { args: command.processedArgs as Arguments, options: command.opts() };
}

function examples(lines: CommandModule["examples"]): string {
  if (lines.length === 0) return "";
  return `\nExamples:\n${lines.map(([call, does]) => `  ${call}\n      ${does}`).join("\n")}\n`;
}
