import type { CommandModule } from "./define-command.ts";
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
    if (takes === undefined || name in options) return undefined;
    const value = takes === "nothing" ? true : words[++at];
    if (value === undefined || (typeof value === "string" && value.startsWith("-"))) return undefined;
    options[name] = value;
  }
  if (parameter === undefined) return positional.length === 0 ? { args: [], options } : undefined;
  if (parameter.name.endsWith("...]")) return { args: [positional], options };
  return positional.length > 1 ? undefined : { args: [positional[0]], options };
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
