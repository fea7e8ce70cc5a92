import type { Arguments, CommandModule } from "./define-command.ts";
import type { ParsedCommand } from "./parse-command.ts";

/**
 * Reads a command line of the plainest form: long options as declared, each value a word of its own, no choices to
 * check, then or between them arguments. Anything else (help, short or joined options, a mistake) gives undefined and
 * belongs to the real parser, which takes longer to load than a check of one answer takes to run.
 */
export function parsePlain(module: CommandModule, words: readonly string[]): ParsedCommand | undefined {
  const [parameter, ...more] = module.parameters;
  if (more.length > 0 || (parameter !== undefined && !parameter.name.startsWith("["))) return undefined;
  const positional: string[] = [];
  const options: Record<string, unknown> = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-")) {
      positional.push(word);
      continue;
    }
    const takes = plainOption(module, word);
    const name = word.slice(2);
    const value = takes === "nothing" ? true : plainValue(words[++at]);
    if (takes === undefined || value === undefined || Object.hasOwn(options, name)) return undefined;
    options[name] = value;
  }
  const args = plainArguments(parameter?.name, positional);
  return args === undefined ? undefined : { args, options };
}

/** A word that cannot be an option. */
function plainValue(word: string | undefined): string | undefined {
  return word?.startsWith("-") ? undefined : word;
}

function plainArguments(parameter: string | undefined, words: readonly string[]): Arguments | undefined {
  if (parameter === undefined) return words.length === 0 ? [] : undefined;
  if (parameter.endsWith("...]")) return [words];
  return words.length > 1 ? undefined : [words[0]];
}

/** What a declared long option without choices takes; undefined for any other word, and for an option that takes several. */
function plainOption(module: CommandModule, word: string): "nothing" | "value" | undefined {
  if (!/^--[a-z]+$/.test(word)) return undefined;
  const spec = module.options.find(
    ({ flags, choices }) => choices === undefined && (flags === word || flags.startsWith(`${word} <`)),
  );
  if (spec === undefined || spec.flags.endsWith("...>")) return undefined;
  return spec.flags === word ? "nothing" : "value";
}
