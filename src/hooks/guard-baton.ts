import { gitCall } from "../audit/shell/git-call.ts";
import { joinPath } from "../audit/shell/join-path.ts";
import { lexShell } from "../audit/shell/lex-shell.ts";
import type { ShellCommand } from "../audit/shell/lexer.ts";
import { readOptions } from "../audit/shell/options.ts";
import { unwrap } from "../audit/shell/unwrap.ts";
import { writtenBy } from "../audit/shell/written-by.ts";
import type { TraceEvent } from "../trace/trace-event.ts";

/**
 * Why an agent's call may not happen, where it would change what Baton keeps or speak in a person's place; undefined for
 * every other. `.baton` may be read by programs that only read, and Baton's own commands may be run, but for a person's.
 */
export function guardBaton(event: TraceEvent): string | undefined {
  if (event.kind === "files_changed") {
    const file = event.files.find(({ path }) => isKept(path));
    return file === undefined ? undefined : refusal(`"${file.path}" is Baton's own`);
  }
  if (event.kind !== "command" || !/baton|runs\.db|\bclean\b/i.test(event.command)) return undefined;
  return refusedScript(event.command, 0);
}

function refusal(what: string): string {
  return `Baton: ${what}. Leave .baton alone: the hooks keep the run there; "cat" and "baton run get" read it.`;
}

/** `bash -c` inside `bash -c`, so often. */
const deepest = 4;

function refusedScript(script: string, depth: number): string | undefined {
  let here = "";
  let isListed = false;
  for (const step of lexShell(script.slice(0, 200_000))) {
    if (step.is !== "command") continue;
    const { program, args, fed } = unwrap(step.words);
    if (program === "cd" || program === "pushd") here = joinPath(here, args.find((one) => !one.startsWith("-")) ?? "");
    const refused = refusedCommand(step, here) ?? refusedInner(program, args, depth);
    if (refused !== undefined) return refused;
    // What lists Baton's files may hand them to what comes behind a pipe.
    if (fed && isListed && !onlyReads(program, args)) return couldChange(step.words);
    isListed ||= mentions(step, here);
  }
  return undefined;
}

function refusedInner(program: string, args: readonly string[], depth: number): string | undefined {
  const isShell = program === "eval" || /^(ba|z|da|k|a)?sh$/.test(program);
  const inner = program === "eval" ? args.join(" ") : args[args.findIndex((one) => /^-[a-z]*c$/.test(one)) + 1];
  return isShell && inner !== undefined && depth < deepest ? refusedScript(inner, depth + 1) : undefined;
}

function refusedCommand(command: ShellCommand, here: string): string | undefined {
  const { words, targets } = command;
  const { program, args } = unwrap(words);
  const own = batonWords(program, args, here);
  if (own !== undefined && /^hook [A-Z]/.test(plain(own).join(" ")))
    return `Baton: "${words.join(" ").slice(0, 120)}" tells Baton what only Codex tells it. Leave its hooks to Codex.`;
  const verb = own === undefined || own.some(isTrial) ? undefined : persons.exec(plain(own).join(" "))?.[1];
  if (verb !== undefined)
    return `Baton: "baton ${verb}" is a person's command. End your turn and ask them; what they write decides.`;
  const target = targets.find((one) => isKept(joinPath(here, one)));
  if (target !== undefined) return refusal(`"${target}" is Baton's own`);
  if (program === "git" && gitCall(args).verb === "clean") return cleans(args, here) ? couldChange(words) : undefined;
  if (own !== undefined || !mentions(command, here)) return undefined;
  return onlyReads(program, args) || writesElsewhere(program, args, here) ? undefined : couldChange(words);
}

function couldChange(words: readonly string[]): string {
  return refusal(`"${words.join(" ").slice(0, 120)}" could change what Baton keeps in .baton`);
}

function mentions({ words, document }: ShellCommand, here: string): boolean {
  const named = words.some((word, at) => isMentioned(word) && !isExcluded(word, words[at - 1] ?? ""));
  return isKept(here) || named || isMentioned(document ?? "");
}

/** `--exclude=.baton`, `--ignore-pattern .baton`, `!.baton/**`: what a program is told to leave alone. */
function isExcluded(word: string, before: string): boolean {
  const option = /^--?(exclude|ignore|skip)/;
  return word.startsWith("!") || option.test(word) || option.test(before);
}

/** Baton's runs and records are ignored by Git: a cleaning of everything ignored takes them along, unless it leaves them out. */
function cleans(args: readonly string[], here: string): boolean {
  const call = gitCall(args);
  const at = joinPath(here, call.directory);
  const { flags, values, operands } = readOptions(call.args, "-e --exclude");
  if (flags.includes("-n") || flags.includes("--dry-run")) return false;
  const everything = flags.includes("-x") || flags.includes("-X");
  const isNamed = [at, ...operands.map((one) => joinPath(at, one))].some(isKept);
  return isNamed || (everything && !isMentioned([...values.values()].join(" ")));
}

/** Programs whose arguments say all that they write. */
const outspoken = new Set(
  "chmod chown cp curl dd install mv rm rsync sed shred sort tee touch truncate unlink".split(" "),
);

/** Whether a program says what it writes, and none of that is Baton's. */
function writesElsewhere(program: string, args: readonly string[], here: string): boolean {
  if (!outspoken.has(program) || args.includes("--remove-source-files") || (program === "sed" && writesByScript(args)))
    return false;
  return !writtenBy(program, args, false).some((path) => isKept(joinPath(here, path)));
}

/** sed's command `w` writes a file that its script names. */
function writesByScript(args: readonly string[]): boolean {
  return args.some((one) => /(^|[\s;{}/0-9])w\s*[^\s;]*\.baton/i.test(one));
}

function isKept(path: string): boolean {
  return /(^|[\\/])\.baton($|[\\/])/i.test(path);
}

function isMentioned(text: string): boolean {
  return /(^|[^\w-])(\.baton|runs\.db)($|[^\w-])/i.test(text);
}

const readers = new Set(
  "[ [[ basename bat cat cd cksum cmp column comm cut diff dirname du echo egrep fgrep file grep head hexdump jq ls md5sum more nl od pushd popd printf pwd readlink realpath rg sha1sum sha256sum shasum stat strings tail test tr true wc which zcat zgrep".split(
    " ",
  ),
);
const gitReaders = new Set(
  "add blame cat-file check-ignore commit diff grep log ls-files ls-tree rev-parse show status".split(" "),
);

function onlyReads(program: string, args: readonly string[]): boolean {
  if (program === "" || readers.has(program)) return true;
  // An output is an option of some, the second operand of others.
  if (program === "sort" || program === "tree") return !args.some((one) => /^-\w*o|^--output/.test(one));
  if (program === "uniq") return plain(args).length < 2;
  if (program === "awk" || program === "gawk") return !/[>|]|system|-i/.test(args.join(" "));
  if (/^python3?$/.test(program)) return args[0] === "-m" && args[1] === "json.tool" && args.length < 4;
  if (program === "find") return !args.some((one) => /^-(delete|exec|ok|fprint|fls)/.test(one));
  return program === "git" && gitReaders.has(gitCall(args).verb) && !args.some((one) => one.startsWith("--output"));
}

/**
 * The words after `baton`, where a command runs it: by name, through npx, or as an install's own file. The hooks' program is
 * `baton hook`.
 */
function batonWords(program: string, args: readonly string[], here: string): readonly string[] | undefined {
  if (isBaton(program)) return args;
  if (!/^(npx|node|bun|bunx|pnpm|yarn)$/.test(program)) return undefined;
  const hooks = args.findIndex((one) => isHooksProgram(joinPath(here, one)));
  if (hooks >= 0) return ["hook", ...args.slice(hooks + 1)];
  const at = args.findIndex(isBaton);
  const before = args.slice(0, Math.max(0, at));
  return at >= 0 && before.every((one) => one.startsWith("-") || /^(dlx|exec|x)$/.test(one))
    ? args.slice(at + 1)
    : undefined;
}

function isBaton(word: string): boolean {
  return /(^|[\\/])((codex-)?baton|baton\.mjs)(@[\w.-]+)?$/.test(word);
}

function isHooksProgram(path: string): boolean {
  return /baton[\\/]bin[\\/]hook\.mjs$/.test(path);
}

function plain(words: readonly string[]): readonly string[] {
  return words.filter((word) => !word.startsWith("-"));
}

/** What changes nothing may be looked at by anybody. Behind another option, the word may be that one's value. */
function isTrial(word: string, at: number, words: readonly string[]): boolean {
  return /^(--dry-run|--help|-h)$/.test(word) && !words[at - 1]?.startsWith("-");
}

/** What only a person says; Baton itself refuses it in an agent's shell, too. */
const persons = /^(run (?:approve|reject)|hook (?:on|off)|trust|install|update|uninstall)\b/;
