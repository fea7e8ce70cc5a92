import { type Lexer, type ScriptEnd, skipTo } from "./lexer.ts";

/** A word as the program gets it, and whether quotes or substitutions had a part in it. */
export interface ShellWord {
  readonly value: string;
  readonly quoted: boolean;
}

/** Reads one word; what is in its substitutions goes to the script's steps, before the command that the word is of. */
export function lexWord(lexer: Lexer, until: ScriptEnd): ShellWord {
  const { text } = lexer;
  const from = lexer.at;
  let value = "";
  let quoted = false;
  for (;;) {
    value += run(lexer, plain);
    const char = text[lexer.at];
    if (char === undefined || /[\s;&|<>()]/.test(char) || (char === "`" && until === "`")) break;
    if (text.startsWith("\\\n", lexer.at)) {
      lexer.at += 2;
      continue;
    }
    quoted = true;
    if (char === "'") value += single(lexer);
    else if (char === '"') value += double(lexer, until);
    else if (char === "\\") value += escaped(lexer);
    else if (text.startsWith("$'", lexer.at)) value += ansi(lexer);
    else if (text.startsWith('$"', lexer.at)) lexer.at++;
    else value += filledIn(lexer);
  }
  // Whatever stands there, the reader moves on.
  if (lexer.at === from) lexer.at++;
  return { value, quoted };
}

/** Past `((…))`, in which `>` compares. */
export function skipArithmetic(lexer: Lexer): void {
  skipTo(lexer, "))");
  lexer.at += 2;
}

/** Reads what is in a substitution as a script of its own and gives the text that takes its place, as far as it is known. */
export function lexSubstitution(lexer: Lexer, until: ")" | "`"): string {
  // A stack is finite: deeper ones are read as if they were not nested.
  if (lexer.depth >= 40) return unknown;
  const before = lexer.steps.length;
  lexer.depth++;
  lexer.steps.push({ is: "enter" });
  lexer.readScript(lexer, until);
  lexer.at++;
  lexer.steps.push({ is: "leave" });
  lexer.depth--;
  const [program, ...rest] = lexer.steps.slice(before, before + 2).flatMap((one) => ("words" in one ? one.words : []));
  if (program === "mktemp") return "/tmp/made";
  return program === "pwd" || (program === "git" && rest.includes("--show-toplevel")) ? "." : unknown;
}

const unknown = "$(…)";
const plain = /[^\s'"\\$`;&|<>()]+/y;
const inDouble = /[^"\\$`]+/y;
const inAnsi = /[^'\\]+/y;
const name = /\$(\w+|[?#@*!$-])?/y;

function run(lexer: Lexer, pattern: RegExp): string {
  pattern.lastIndex = lexer.at;
  const found = pattern.exec(lexer.text)?.[0] ?? "";
  lexer.at += found.length;
  return found;
}

function single(lexer: Lexer): string {
  const from = ++lexer.at;
  skipTo(lexer, "'");
  return lexer.text.slice(from, lexer.at++);
}

function double(lexer: Lexer, until: ScriptEnd): string {
  const { text } = lexer;
  let value = "";
  lexer.at++;
  while (lexer.at < text.length) {
    value += run(lexer, inDouble);
    const char = text[lexer.at];
    if (char === "`" && until === "`") break;
    if (char === '"') {
      lexer.at++;
      break;
    }
    if (char === "\\") {
      const next = text[lexer.at + 1] ?? "";
      value += next === "\n" ? "" : /["\\$`]/.test(next) ? next : `\\${next}`;
      lexer.at += 2;
    } else if (char !== undefined) value += filledIn(lexer);
  }
  return value;
}

function ansi(lexer: Lexer): string {
  let value = "";
  lexer.at += 2;
  while (lexer.at < lexer.text.length) {
    value += run(lexer, inAnsi);
    if (lexer.text[lexer.at] !== "\\") break;
    const next = lexer.text[lexer.at + 1] ?? "";
    value += next === "n" ? "\n" : next === "t" ? "\t" : next;
    lexer.at += 2;
  }
  lexer.at++;
  return value;
}

function escaped(lexer: Lexer): string {
  const next = lexer.text[lexer.at + 1] ?? "";
  lexer.at += 2;
  return next;
}

/** The text that takes the place of a variable or a substitution; its own words where that is not known. */
function filledIn(lexer: Lexer): string {
  const { text } = lexer;
  const from = lexer.at;
  if (text[from] === "`") {
    lexer.at++;
    return lexSubstitution(lexer, "`");
  }
  if (text.startsWith("$((", from)) {
    skipArithmetic(lexer);
    return unknown;
  }
  if (text.startsWith("$(", from)) {
    lexer.at += 2;
    return lexSubstitution(lexer, ")");
  }
  if (text.startsWith("${", from)) {
    skipTo(lexer, "}");
    const inside = text.slice(from + 2, lexer.at++);
    return lexer.variables.get(inside) ?? `\${${inside}}`;
  }
  const whole = run(lexer, name);
  return lexer.variables.get(whole.slice(1)) ?? whole;
}
