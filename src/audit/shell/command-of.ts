import type { CommandRun } from "../../trace/trace-event.ts";
import { type CommandRead, readCommand } from "./read-command.ts";

const read = new WeakMap<CommandRun, CommandRead>();

/** What an event's command does; read once for each event, however many ask. */
export function commandOf(event: CommandRun): CommandRead {
  const known = read.get(event) ?? readCommand(event.command);
  read.set(event, known);
  return known;
}
