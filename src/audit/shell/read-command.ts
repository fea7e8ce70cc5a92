import { type ParseEntry, parse } from "shell-quote";

/** What a shell command does to the work tree, as far as its text says. */
export interface CommandRead {
  /** The paths it commits beside what is staged; `all` for every change; null when it commits nothing. */
  readonly commits: readonly string[] | "all" | null;
  /** The paths it stages; `all` for every change. */
  readonly stages: readonly string[] | "all";
  /** What it writes, moves or deletes outside temporary directories, each by its path or by the program that does it. */
  readonly writes: readonly string[];
}

/** Reads a command line of a POSIX shell. What a program does by itself (a script, a build) is not in its text. */
export function readCommand(command: string): CommandRead {
  const stages: string[] = [];
  const writes: string[] = [];
  let stagesAll = false;
  let commits: CommandRead["commits"] = null;
  for (const { words, targets } of simpleCommands(command)) {
    writes.push(...targets.filter(isKept));
    const [program = "", ...rest] = words;
    if (program !== "git") {
      writes.push(...writtenBy(program, rest).filter(isKept));
      continue;
    }
    const [verb = "", ...args] = withoutGlobalOptions(rest);
    const paths = args.filter((word) => !word.startsWith("-"));
    if (verb === "add" || verb === "stage") {
      if (args.some((word) => addsAll.has(word))) stagesAll = true;
      else stages.push(...paths);
    } else if (verb === "commit") {
      commits = committed(args);
    }
    if (writingVerbs.has(verb)) writes.push(`git ${verb}`);
  }
  return { commits, stages: stagesAll ? "all" : stages, writes };
}

const addsAll = new Set(["-A", "--all", ".", "-u", "--update", ":/", "*"]);
const writingVerbs = new Set(
  "add am apply checkout cherry-pick clean commit merge mv pull push rebase reset restore revert rm stash switch tag".split(
    " ",
  ),
);
const takesValue = new Set(["-m", "--message", "-F", "--file", "-C", "-c", "--author", "--date", "-t", "--cleanup"]);

function committed(args: readonly string[]): readonly string[] | "all" {
  if (args.some((word) => word === "--all" || /^-[a-zA-Z]*a[a-zA-Z]*$/.test(word))) return "all";
  const paths: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    if (takesValue.has(word) || /^-[a-zA-Z]*[mFCc]$/.test(word)) at++;
    else if (!word.startsWith("-")) paths.push(word);
  }
  return paths;
}

function withoutGlobalOptions(words: readonly string[]): readonly string[] {
  let at = 0;
  while (words[at]?.startsWith("-")) at += words[at] === "-C" || words[at] === "-c" ? 2 : 1;
  return words.slice(at);
}

const changers = new Set("rm mv cp touch mkdir rmdir ln tee truncate dd install patch chmod chown unlink".split(" "));

function writtenBy(program: string, words: readonly string[]): readonly string[] {
  const paths = words.filter((word) => !word.startsWith("-"));
  const name = program.replace(/^.*\//, "");
  if (name === "cp" || name === "mv" || name === "install" || name === "ln")
    return name === "mv" ? paths : paths.slice(-1);
  if (changers.has(name)) return paths.length > 0 ? paths : [name];
  const inPlace = words.some((word) => /^-[a-zA-Z]*i/.test(word) || word.startsWith("--in-place"));
  if ((name === "sed" || name === "perl") && inPlace) return paths.slice(-1);
  if (/^(npm|pnpm|yarn|bun)$/.test(name) && /^(i|install|ci|add|remove|uninstall|update)$/.test(paths[0] ?? ""))
    return [`${name} ${paths[0]}`];
  return [];
}

function isKept(target: string): boolean {
  return !/^(\/dev\/|\/tmp\/|\$TMPDIR|&?\d$)/.test(target);
}

interface SimpleCommand {
  readonly words: readonly string[];
  /** Files its output is written to. */
  readonly targets: readonly string[];
}

function simpleCommands(command: string): SimpleCommand[] {
  return linesOf(command).flatMap((line) => {
    const commands: { words: string[]; targets: string[] }[] = [{ words: [], targets: [] }];
    const entries = parse(line, (name) => `$${name}`);
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at] as ParseEntry;
      const current = commands.at(-1);
      if (typeof entry !== "string" && "comment" in entry) break;
      if (typeof entry === "string") current?.words.push(entry);
      else if (entry.op === "glob") current?.words.push(entry.pattern);
      else if (entry.op.includes(">")) current?.targets.push(...texts(entries[++at]));
      else if (!entry.op.includes("<")) commands.push({ words: [], targets: [] });
    }
    return commands.flatMap(unwrapped);
  });
}

function texts(entry: ParseEntry | undefined): string[] {
  return typeof entry === "string" ? [entry] : [];
}

/** The command inside `bash -lc "…"`, and the one behind `env A=b sudo …`. */
function unwrapped({ words, targets }: SimpleCommand): SimpleCommand[] {
  const start = words.findIndex((word) => !/^([A-Za-z_]\w*=.*|env|sudo|nohup|time|command)$/.test(word));
  const rest = start < 0 ? [] : words.slice(start);
  const [program = "", flag = "", script] = rest;
  if (/(^|\/)(ba|z|da)?sh$/.test(program) && /^-[a-z]*c$/.test(flag) && script !== undefined)
    return [{ words: [], targets }, ...simpleCommands(script)];
  return [{ words: rest, targets }];
}

/** The lines of a script, none cut inside quotes, without the bodies of here-documents. */
function linesOf(command: string): string[] {
  const lines: string[] = [];
  let line = "";
  let quote = "";
  let until: string | undefined;
  for (const part of command.split("\n")) {
    if (until !== undefined) {
      if (part.trim() === until) until = undefined;
      continue;
    }
    line = line === "" ? part : `${line}\n${part}`;
    quote = quoteAfter(part, quote);
    if (quote !== "") continue;
    until = /<<-?\s*(["']?)(\w+)\1/.exec(line)?.[2];
    lines.push(line);
    line = "";
  }
  return line === "" ? lines : [...lines, line];
}

function quoteAfter(text: string, before: string): string {
  let quote = before;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === "\\" && quote !== "'") at++;
    else if (quote === "" && (char === "'" || char === '"')) quote = char;
    else if (char === quote) quote = "";
  }
  return quote;
}
