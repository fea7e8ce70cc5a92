import { Failure } from "../core/failure.ts";
import { commandTable } from "./command-table.ts";
import type { CommandGroup, CommandModule } from "./define-command.ts";
import type { ExitStatus, Io } from "./io.ts";
import { parsePlain } from "./parse-plain.ts";
import { version } from "./version.ts";

/**
 * Runs one command line (without `node` and the script) and returns its exit status. The one place where a failure
 * becomes words and a status; nothing is thrown.
 */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const { reportFailure } = await import("./report-failure.ts");
    return reportFailure(error, argv, io);
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-V") {
    io.out(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const topic = rest.filter((word) => !word.startsWith("-"));
    if (name === "help" && topic.length > 0) return dispatch([...topic, "--help"], io);
    const [{ renderHelp }, { inOwnName }] = await Promise.all([import("./help.ts"), import("./own-name.ts")]);
    io.out(inOwnName(io, renderHelp()));
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commandTable, name) ? commandTable[name] : undefined;
  if (entry === undefined) {
    const { didYouMean } = await import("../core/suggest.ts");
    const what = name.startsWith("-") ? "option" : "command";
    throw new Failure("cli/usage", `there is no ${what} "${name}"`, {
      status: 2,
      hint: didYouMean(name, Object.keys(commandTable)) ?? "baton --help lists the commands",
    });
  }
  return runModule(name, entry.summary, (await entry.load()).default, rest, io);
}

async function runModule(
  name: string,
  summary: string,
  module: CommandModule | CommandGroup,
  words: readonly string[],
  io: Io,
): Promise<ExitStatus> {
  if ("verbs" in module) {
    const { otherwise } = module;
    const [first] = words;
    if (otherwise !== undefined && first !== undefined && otherwise.takes(first)) {
      return runModule(name, otherwise.summary, (await otherwise.load()).default, words, io);
    }
    const { chooseVerb } = await import("./choose-verb.ts");
    const chosen = chooseVerb(name, summary, module, words, io);
    if (typeof chosen === "number") return chosen;
    return runModule(
      `${name} ${chosen.name}`,
      chosen.verb.summary,
      (await chosen.verb.load()).default,
      chosen.words,
      io,
    );
  }
  const plain = parsePlain(module, words);
  if (plain !== undefined) return module.run(io, plain.args, plain.options);
  const { parseCommand } = await import("./parse-command.ts");
  const parsed = parseCommand(name, summary, module, words, io);
  return parsed === "help" ? 0 : module.run(io, parsed.args, parsed.options);
}
