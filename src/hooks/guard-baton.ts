import { joinPath } from "../audit/shell/join-path.ts";
import { lexShell } from "../audit/shell/lex-shell.ts";
import type { ShellCommand } from "../audit/shell/lexer.ts";
import { unwrap } from "../audit/shell/unwrap.ts";
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
  if (event.kind !== "command" || !/baton/i.test(event.command)) return undefined;
  return refusedScript(event.command, 0);
}

function refusal(what: string): string {
  return `Baton: ${what}. Leave .baton alone: the hooks keep the run there; "cat" and "baton run get" read it.`;
}

/** `bash -c` inside `bash -c`, so often. */
const deepest = 4;

function refusedScript(script: string, depth: number): string | undefined {
  let here = "";
  for (const step of lexShell(script.slice(0, 200_000))) {
    if (step.is !== "command") continue;
    const { program, args } = unwrap(step.words);
    if (program === "cd" || program === "pushd") here = joinPath(here, args.find((one) => !one.startsWith("-")) ?? "");
    const refused = refusedCommand(step, here) ?? refusedInner(program, args, depth);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function refusedInner(program: string, args: readonly string[], depth: number): string | undefined {
  const isShell = program === "eval" || /^(ba|z|da|k|a)?sh$/.test(program);
  const inner = program === "eval" ? args.join(" ") : args[args.findIndex((one) => /^-[a-z]*c$/.test(one)) + 1];
  return isShell && inner !== undefined && depth < deepest ? refusedScript(inner, depth + 1) : undefined;
}

function refusedCommand({ words, targets, document }: ShellCommand, here: string): string | undefined {
  const { program, args } = unwrap(words);
  const own = batonWords(program, args);
  const verb = own === undefined ? undefined : persons.exec(plain(own).join(" "))?.[1];
  if (verb !== undefined)
    return `Baton: "baton ${verb}" is a person's command. End your turn and ask them; what they write decides.`;
  const target = targets.find((one) => isKept(joinPath(here, one)));
  if (target !== undefined) return refusal(`"${target}" is Baton's own`);
  const mentions = isKept(here) || words.some((word) => isMentioned(word)) || isMentioned(document ?? "");
  if (!mentions || own !== undefined || onlyReads(program, args)) return undefined;
  return refusal(`"${words.join(" ").slice(0, 120)}" could change what Baton keeps in .baton`);
}

function isKept(path: string): boolean {
  return /(^|[\\/])\.baton($|[\\/])/i.test(path);
}

function isMentioned(text: string): boolean {
  return /(^|[^\w-])\.baton($|[^\w-])/i.test(text);
}

const readers = new Set(
  "[ basename bat cat cd cmp column comm cut diff dirname du echo egrep fgrep file grep head jq less ls md5sum more nl od pushd popd printf pwd readlink realpath rg sha256sum sort stat tail test tr tree true uniq wc which xxd".split(
    " ",
  ),
);
const gitReaders = new Set(
  "add blame cat-file check-ignore commit diff grep log ls-files ls-tree rev-parse show status".split(" "),
);

function onlyReads(program: string, args: readonly string[]): boolean {
  if (program === "" || readers.has(program)) return true;
  if (program === "sed") return !args.some((one) => /^-[a-zA-Z]*i/.test(one) || one.startsWith("--in-place"));
  if (program === "find") return !args.some((one) => /^-(delete|exec|ok|fprint)/.test(one));
  return program === "git" && gitReaders.has(plain(args)[0] ?? "");
}

/** The words after `baton`, where a command runs it: by name, through npx, or as the project's own file. */
function batonWords(program: string, args: readonly string[]): readonly string[] | undefined {
  if (isBaton(program)) return args;
  if (!/^(npx|node|bun|bunx|pnpm|yarn)$/.test(program)) return undefined;
  const at = args.findIndex(isBaton);
  const before = args.slice(0, Math.max(0, at));
  return at >= 0 && before.every((one) => one.startsWith("-") || /^(dlx|exec|x)$/.test(one))
    ? args.slice(at + 1)
    : undefined;
}

function isBaton(word: string): boolean {
  return /(^|[\\/])((codex-)?baton|baton\.mjs)(@[\w.-]+)?$/.test(word);
}

function plain(words: readonly string[]): readonly string[] {
  return words.filter((word) => !word.startsWith("-"));
}

/** What only a person says; Baton itself refuses it in an agent's shell, too. */
const persons = /^(run (?:approve|reject)|hook (?:on|off)|trust|install|update|uninstall)\b/;
