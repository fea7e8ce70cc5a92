import { Failure } from "../core/failure.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import type { CommandGroup, Verb } from "./define-command.ts";
import type { ExitStatus, Io } from "./io.ts";
import { inOwnName } from "./own-name.ts";

/** A verb of a command group, and the words that are left for it. */
export interface ChosenVerb {
  readonly name: string;
  readonly verb: Verb;
  readonly words: readonly string[];
}

/**
 * Reads which verb of a group is meant. Without one, or when help is asked for, prints the verbs and gives the exit status.
 * @throws Failure cli/usage
 */
export function chooseVerb(
  group: string,
  summary: string,
  { verbs, otherwise }: CommandGroup,
  words: readonly string[],
  io: Io,
): ChosenVerb | ExitStatus {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h") {
    io.out(inOwnName(io, help(group, summary, { ...verbs, ...(otherwise && { [otherwise.word]: otherwise }) })));
    return name === undefined ? 2 : 0;
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb !== undefined) return { name, verb, words: rest };
  const names = Object.keys(verbs);
  throw new Failure("cli/usage", `"${name}" is not one of ${closedList(names, 30)}`, {
    status: 2,
    hint: didYouMean(name, names) ?? `baton ${group} --help says what each does`,
  });
}

function help(group: string, summary: string, verbs: CommandGroup["verbs"]): string {
  const lines = Object.entries(verbs).map(([name, verb]) => `  ${name.padEnd(12)}${verb.summary}\n`);
  const title = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  return `Usage: baton ${group} <verb> [options]\n\n${title}\n\n${lines.join("")}\nOptions and examples of a verb: baton ${group} <verb> --help\n`;
}
