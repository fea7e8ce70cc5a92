/** A command as it runs in the end, and how it gets there. */
export interface Unwrapped {
  readonly program: string;
  readonly args: readonly string[];
  /** Whether it gets more arguments than its text shows (`xargs`). */
  readonly fed: boolean;
}

/** The command behind shell keywords, assignments and programs that run another: `env A=b timeout 5 xargs rm`. */
export function unwrap(words: readonly string[]): Unwrapped {
  let at = 0;
  let fed = false;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    const options = wrappers.get(nameOf(word));
    if (options !== undefined) {
      at = behindOptions(words, at + 1, options);
      if (nameOf(word) === "xargs") fed = true;
      if (nameOf(word) === "timeout" || nameOf(word) === "flock") at++;
    } else if (keywords.has(word) || /^[A-Za-z_]\w*=/.test(word)) at++;
    else break;
  }
  return { program: nameOf(words[at] ?? ""), args: words.slice(at + 1), fed };
}

const keywords = new Set("if then else elif while until do ! {".split(" "));

/** Programs that run another, each with those of its options that take a value. */
const wrappers: ReadonlyMap<string, string> = new Map([
  ["env", "-u -C -S --unset --chdir"],
  ["sudo", "-u -g -h -p -C -D"],
  ["doas", "-u -C"],
  ["nohup", ""],
  ["time", "-f -o"],
  ["command", ""],
  ["builtin", ""],
  ["exec", "-a"],
  ["nice", "-n"],
  ["ionice", "-c -n -p"],
  ["timeout", "-s -k --signal --kill-after"],
  ["stdbuf", "-i -o -e"],
  ["setsid", ""],
  ["flock", "-w"],
  ["xargs", "-a -d -E -I -L -n -P -s"],
]);

function behindOptions(words: readonly string[], from: number, withValue: string): number {
  let at = from;
  while (words[at]?.startsWith("-")) at += withValue.split(" ").includes(words[at] ?? "") ? 2 : 1;
  return at;
}

function nameOf(word: string): string {
  return word.slice(word.lastIndexOf("/") + 1);
}
