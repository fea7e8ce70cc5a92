import { isTemporary } from "./is-temporary.ts";
import { joinPath } from "./join-path.ts";
import { lexShell } from "./lex-shell.ts";
import type { ShellCommand } from "./lexer.ts";
import { patchedPaths } from "./patched-paths.ts";
import { type GitRead, readGit, type Taken } from "./read-git.ts";
import { ticksBoxes } from "./ticks-boxes.ts";
import { type Unwrapped, unwrap } from "./unwrap.ts";
import { writtenBy } from "./written-by.ts";

/** What a shell command does to the work tree, as far as its text says. Paths are relative to the directory it runs in. */
export interface CommandRead {
  /** What it commits beside what is staged; null when it commits nothing. */
  readonly commits: Taken | null;
  readonly stages: Taken;
  /** The paths it takes back from what is staged; `all` for everything that was staged before it. */
  readonly unstages: readonly string[] | "all";
  /** What it writes, moves or deletes outside temporary directories, each by its path or by the program that does it. */
  readonly writes: readonly string[];
  /** Of that, the files its output goes to: they need not have been there before. */
  readonly outputs: readonly string[];
  /** Of that, the files in which it ticks boxes; one that it also changes otherwise stands in `writes` more often. */
  readonly ticks: readonly string[];
}

/** No system hands a shell a longer script in an argument; what lies behind is not read. */
const longest = 200_000;
/** `bash -c` inside `bash -c`, so often. */
const deepest = 4;

/** Reads a command line of a POSIX shell. What a program does by itself (a script, a build) is not in its text. */
export function readCommand(command: string): CommandRead {
  const found: Found = { commits: null, stages: [], unstages: [], writes: [], outputs: [], ticks: [] };
  follow(command.slice(0, longest), "", 0, found);
  return found;
}

interface Found {
  commits: Taken | null;
  stages: Taken;
  unstages: readonly string[] | "all";
  readonly writes: string[];
  readonly outputs: string[];
  readonly ticks: string[];
}

function follow(script: string, from: string, depth: number, found: Found): void {
  let here = from;
  const outer: string[] = [];
  for (const step of lexShell(script)) {
    if (step.is === "command") here = run(step, here, depth, found);
    else if (step.is === "enter") outer.push(here);
    else here = outer.pop() ?? here;
  }
}

/** Notes what a command does, and gives the directory after it. */
function run(command: ShellCommand, here: string, depth: number, found: Found): string {
  const { program, args, fed } = unwrap(command.words);
  const outputs = program === "tee" ? [...command.targets, ...writtenBy(program, args, false)] : command.targets;
  if (outputs.length > 0) found.outputs.push(...written(here, outputs));
  wrote(found, here, command.targets);
  if (program === "cd" || program === "pushd") return joinPath(here, args.find((one) => !one.startsWith("-")) ?? "");
  const executed = program === "find" ? executedBy(args) : [];
  if (executed.length > 0 && !isTemporary(joinPath(here, args[0] ?? "")))
    run({ is: "command", words: ["xargs", ...executed], targets: [] }, here, depth, found);
  const inner = scriptOf(command, { program, args, fed });
  if (inner !== undefined) {
    if (depth < deepest) follow(inner, here, depth + 1, found);
  } else if (program === "git") gitRan(found, here, readGit(args, fed));
  else if (program === "apply_patch" || program === "applypatch")
    wrote(found, here, patchedPaths(command.document ?? args.join("\n")));
  else {
    const targets = writtenBy(program, args, fed);
    wrote(found, here, targets);
    if (program === "sed" && ticksBoxes(args)) found.ticks.push(...written(here, targets));
  }
  return here;
}

/** The command that `find` runs on what it finds. */
function executedBy(args: readonly string[]): string[] {
  const at = args.findIndex((one) => /^-(exec|ok)(dir)?$/.test(one));
  return at < 0 ? [] : args.slice(at + 1).filter((one) => !/^[;+]$|\{\}/.test(one));
}

/** The script that a shell is given in its arguments or in a here-document. */
function scriptOf({ document }: ShellCommand, { program, args }: Unwrapped): string | undefined {
  if (program === "eval") return args.join(" ");
  if (!/^(ba|z|da|k|a)?sh$/.test(program)) return undefined;
  const flag = args.findIndex((one) => /^-[a-z]*c$/.test(one));
  if (flag >= 0) return args[flag + 1];
  return args.every((one) => one.startsWith("-")) ? document : undefined;
}

function gitRan(found: Found, here: string, { directory, commits, stages, unstages, writes }: GitRead): void {
  const at = joinPath(here, directory);
  if (isTemporary(at)) return;
  const pathsAt = (paths: Taken): Taken => (typeof paths === "string" ? paths : wholeOrPaths(at, paths));
  const back = unstages === "all" ? "all" : wholeOrPaths(at, unstages);
  if (back === "all") found.stages = [];
  else if (typeof found.stages !== "string") found.stages = found.stages.filter((path) => !back.includes(path));
  found.unstages = found.unstages === "all" || back === "all" ? "all" : [...found.unstages, ...back];
  found.stages = joined(found.stages, pathsAt(stages));
  if (commits !== null) found.commits = joined(found.commits ?? [], pathsAt(commits));
  wrote(found, at, writes);
}

/** Paths from the command's own directory; `all` where one of them is that directory. */
function wholeOrPaths(at: string, paths: readonly string[]): string[] | "all" {
  const whole = paths.map((path) => (path.startsWith(":/") ? path.slice(2) : joinPath(at, path)));
  return whole.includes("") ? "all" : whole;
}

/** Both together; what is named beside all that git knows is let go of. */
function joined(before: Taken, more: Taken): Taken {
  if (before === "all" || more === "all") return "all";
  return before === "tracked" || more === "tracked" ? "tracked" : [...before, ...more];
}

function wrote(found: Found, here: string, targets: readonly string[]): void {
  if (targets.length > 0) found.writes.push(...written(here, targets));
}

function written(here: string, targets: readonly string[]): string[] {
  return targets.flatMap((target) => {
    const isProgram = /^\w+ \S+$/.test(target);
    const path = joinPath(here, isProgram ? "" : target);
    if (isTemporary(path)) return [];
    return [isProgram ? target : path === "" ? "." : path];
  });
}
