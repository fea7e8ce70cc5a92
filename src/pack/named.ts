import type { Prose } from "./pack.ts";

/** A name that stands in a text as that of a skill or an agent. */
export interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Words that stand for a name in an explanation. */
const placeholder =
  /^(?:my|your|our|some|new|example|sample|foo|bar|other|another)(?:-|$)|^(?:x|name)$|-name$|^(?:skill|agent)(?:-\w)?$/;
/** Two words joined by a hyphen that tell what kind of agent or skill is meant, not which. */
const quality =
  /^(?:read-only|read-write|long-running|sub-agent|multi-agent|single-agent|built-in|non-interactive|top-level|third-party|user-level|project-level|in-progress)$/;
const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** What is said of a name that is gone, must not be used, or is somebody else's. */
const past =
  /\b(?:(?:adapted|borrowed|derived|ported) from|inspired by|install(?:ed)? (?:\w+ )?from|replac\w*|previous\w*|former\w*|migrat\w*|deprecat\w*|legacy|remov\w*|retired|renamed?|no longer|not|never|don['’]t|doesn['’]t|instead of|old|without|if (?:available|installed|present))\b/i;

/** Whether a word may be a name at all, and is not a placeholder for one. */
export function isName(word: string): boolean {
  return !placeholder.test(word) && !quality.test(word);
}

/** Whether the line of a place, as far as it is near, says that what it names is no more, is not to be used, or comes from elsewhere. */
export function isPast(text: string, at: number): boolean {
  const after = text.slice(at, at + 300);
  return past.test(lineBefore(text, at)) || past.test(after.split("\n", 1)[0] ?? "");
}

/** Whether what a place names is only an example: its line says so before it. */
export function isExample(text: string, at: number): boolean {
  return /\b(?:examples?\b|e\.g\.|for instance\b)/i.test(lineBefore(text, at));
}

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 300), at);
  return before.slice(before.lastIndexOf("\n") + 1);
}

/** Hyphenated words in backticks that stand right before or after a text: `test-writer` agent. */
export function namedBeside({ markdown }: Prose, before: RegExp, after: RegExp): Named[] {
  const { prose, codeSpans } = markdown;
  return codeSpans.flatMap(({ code, start, end }) => {
    if (!kebab.test(code) || !isName(code)) return [];
    const isBeside = before.test(prose.slice(Math.max(0, start - 40), start)) || after.test(prose.slice(end, end + 20));
    return isBeside ? [{ name: code, start: start + 1, end: end - 1 }] : [];
  });
}

/** Hyphenated words in backticks that are one slip away from a known name, and are none. */
export function misspelt({ markdown }: Prose, known: Iterable<string>): Named[] {
  const names = new Set(known);
  return markdown.codeSpans.flatMap(({ code, start, end }) => {
    if (!kebab.test(code) || names.has(code)) return [];
    return [...names].some((name) => isSlip(code, name)) ? [{ name: code, start: start + 1, end: end - 1 }] : [];
  });
}

/** One letter more, less, other, or two swapped; a plural is none. */
function isSlip(word: string, name: string): boolean {
  const longer = Math.max(word.length, name.length);
  if (name.length < 6 || Math.abs(word.length - name.length) > 1 || word === `${name}s` || name === `${word}s`)
    return false;
  let before = 0;
  while (before < longer && word[before] === name[before]) before++;
  let behind = 0;
  while (behind < longer - before && word.at(-1 - behind) === name.at(-1 - behind)) behind++;
  const differs = longer - before - behind;
  const swapped = differs === 2 && word[before] === name[before + 1] && word[before + 1] === name[before];
  return differs <= 1 || swapped;
}

/** The first group of every match, where it is a name. */
export function namedBy(pattern: RegExp, text: string, offset = 0): Named[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match[1] ?? "";
    if (!isName(name)) return [];
    const start = offset + match.index + match[0].indexOf(name);
    return [{ name, start, end: start + name.length }];
  });
}
