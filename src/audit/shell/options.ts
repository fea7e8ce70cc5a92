/** A program's arguments, told apart. */
export interface Options {
  /** Options as written, without the values they take. */
  readonly flags: readonly string[];
  /** Values by their option. */
  readonly values: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/**
 * Tells options from operands. `valued` names the options that take a value (`-m`), and those that take one only if it is
 * attached (`-i?`); a cluster such as `-am` is taken apart, and everything behind `--` is an operand.
 */
export function readOptions(args: readonly string[], valued: string): Options {
  const takes = new Set(valued.split(" "));
  const flags: string[] = [];
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    if (word === "--") {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      operands.push(word);
      continue;
    }
    const found = word.startsWith("--") ? longOption(word) : cluster(word, takes);
    flags.push(...found.flags);
    const [last = ""] = found.flags.slice(-1);
    if (found.value !== undefined) values.set(last, found.value);
    else if (takes.has(last)) values.set(last, args[++at] ?? "");
  }
  return { flags, values, operands };
}

interface Found {
  readonly flags: readonly string[];
  /** The value attached to the last of them. */
  readonly value: string | undefined;
}

function longOption(word: string): Found {
  const at = word.indexOf("=");
  return at < 0 ? { flags: [word], value: undefined } : { flags: [word.slice(0, at)], value: word.slice(at + 1) };
}

function cluster(word: string, takes: ReadonlySet<string>): Found {
  const flags: string[] = [];
  for (let at = 1; at < word.length; at++) {
    const flag = `-${word[at]}`;
    flags.push(flag);
    const rest = word.slice(at + 1);
    if (takes.has(`${flag}?`) || (takes.has(flag) && rest !== "")) return { flags, value: rest };
  }
  return { flags, value: undefined };
}
