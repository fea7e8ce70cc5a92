import { lexSubstitution, lexWord, skipArithmetic } from "./lex-word.ts";
import { type Lexer, type ScriptEnd, type ShellCommand, type ShellStep, skipTo } from "./lexer.ts";

/**
 * Cuts a script of a POSIX shell into simple commands, in one pass over it. A text that is not a sound script is cut as
 * far as it goes: nothing makes it throw.
 */
export function lexShell(text: string): readonly ShellStep[] {
  const variables = new Map(Object.entries(known));
  const lexer: Lexer = { text, at: 0, depth: 0, steps: [], variables, awaited: [], readScript };
  readScript(lexer, undefined);
  return lexer.steps;
}

const known: Readonly<Record<string, string>> = { TMPDIR: "/tmp", TMP: "/tmp", TEMP: "/tmp", PWD: "." };

/** What is being read: the command so far, how many subshells are open, whether `[[` is. */
interface Reading {
  command: ShellCommand;
  open: number;
  isTest: boolean;
}

function readScript(lexer: Lexer, until: ScriptEnd): void {
  const { text } = lexer;
  const reading: Reading = { command: nothing(), open: 0, isTest: false };
  while (lexer.at < text.length && (text[lexer.at] !== until || reading.open > 0)) {
    const char = text[lexer.at] ?? "";
    if (char === "#") skipTo(lexer, "\n");
    else if (text.startsWith("((", lexer.at) && reading.command.words.length === 0) skipArithmetic(lexer);
    else if (char === "<" || char === ">" || text.startsWith("&>", lexer.at)) {
      if (reading.isTest) lexer.at++;
      else redirect(lexer, reading.command, until);
    } else if (separators.has(char)) separate(lexer, reading, char);
    else argument(lexer, reading, until);
  }
  keep(lexer, reading);
  for (; reading.open > 0; reading.open--) lexer.steps.push({ is: "leave" });
}

function separate(lexer: Lexer, reading: Reading, char: string): void {
  lexer.at++;
  if (blanks.has(char)) return;
  keep(lexer, reading);
  if (char === "\n" || char === ";") reading.isTest = false;
  if (char === "\n") readDocuments(lexer);
  if (char === "(") {
    lexer.steps.push({ is: "enter" });
    reading.open++;
  } else if (char === ")" && reading.open > 0) {
    lexer.steps.push({ is: "leave" });
    reading.open--;
  }
}

const blanks = new Set([" ", "\t", "\r"]);
const separators = new Set([...blanks, "\n", ";", "&", "|", "(", ")"]);

function nothing(): ShellCommand {
  return { is: "command", words: [], targets: [] };
}

/** Ends a command; one that only sets variables is remembered for the words after it. */
function keep({ steps, variables }: Lexer, reading: Reading): void {
  const { command } = reading;
  if (command.words.length === 0 && command.targets.length === 0) return;
  reading.command = nothing();
  steps.push(command);
  const set = /^(export|local|readonly)$/.test(command.words[0] ?? "") ? command.words.slice(1) : command.words;
  if (!set.every((one) => /^[A-Za-z_]\w*=/.test(one))) return;
  for (const one of set) {
    const at = one.indexOf("=");
    // A long value could be doubled, and doubled again.
    if (one.length - at <= 200) variables.set(one.slice(0, at), one.slice(at + 1));
  }
}

/** The next word, unless it is the descriptor of a redirection (`2>&1`). */
function argument(lexer: Lexer, reading: Reading, until: ScriptEnd): void {
  const { value, quoted } = lexWord(lexer, until);
  const next = lexer.text[lexer.at];
  const isDescriptor = !quoted && (next === ">" || next === "<") && /^\d+$/.test(value);
  if (isDescriptor || (value === "" && !quoted)) return;
  reading.command.words.push(value);
  if (value === "[[") reading.isTest = true;
  if (value === "]]") reading.isTest = false;
}

function redirect(lexer: Lexer, command: ShellCommand, until: ScriptEnd): void {
  const { text } = lexer;
  const operator = /&>>?|<<<|<<-?|<[&>]?|>[>|&]?/y;
  operator.lastIndex = lexer.at;
  const [op = ">"] = operator.exec(text) ?? [];
  lexer.at += op.length;
  if ((op === "<" || op === ">") && text[lexer.at] === "(") {
    lexer.at++;
    lexSubstitution(lexer, ")");
    return;
  }
  while (text[lexer.at] === " " || text[lexer.at] === "\t") lexer.at++;
  const next = text[lexer.at] ?? "\n";
  if (/[\n;&|<>()]/.test(next) || next === until) return;
  const { value } = lexWord(lexer, until);
  if (op === "<<" || op === "<<-") lexer.awaited.push({ end: value, tabs: op === "<<-", command });
  else if (op.includes(">") && op !== "<>" && !(op === ">&" && /^(\d+|-)$/.test(value))) command.targets.push(value);
}

/** The bodies of the here-documents that the line before them began. */
function readDocuments(lexer: Lexer): void {
  const { text } = lexer;
  for (const { end, tabs, command } of lexer.awaited) {
    const from = lexer.at;
    let to = text.length;
    while (lexer.at < text.length && to === text.length) {
      const line = lexer.at;
      skipTo(lexer, "\n");
      const read = text.slice(line, lexer.at++);
      if ((tabs ? read.replace(/^\t+/, "") : read).trimEnd() === end) to = line;
    }
    command.document = text.slice(from, to);
  }
  lexer.awaited = [];
}
