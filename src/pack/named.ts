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

/** What is said of a name that is gone, or must not be used. */
const past =
  /\b(?:replac\w*|previous\w*|former\w*|migrat\w*|deprecat\w*|legacy|remov\w*|retired|renamed?|no longer|not|never|don['’]t|doesn['’]t|instead of|old|without|if (?:available|installed|present))\b/i;

/** Whether a word may be a name at all, and is not a placeholder for one. */
export function isName(word: string): boolean {
  return !placeholder.test(word) && !quality.test(word);
}

/** Whether the line of a place, as far as it is near, says that what it names is no more, or is not to be used. */
export function isPast(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  const after = text.slice(at, at + 300);
  return past.test(before.slice(before.lastIndexOf("\n") + 1)) || past.test(after.split("\n", 1)[0] ?? "");
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

/** The first group of every match, where it is a name. */
export function namedBy(pattern: RegExp, text: string, offset = 0): Named[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match[1] ?? "";
    if (!isName(name)) return [];
    const start = offset + match.index + match[0].indexOf(name);
    return [{ name, start, end: start + name.length }];
  });
}
