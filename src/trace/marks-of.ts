/** What a patch's lines for one file only do to its lists. */
export type Marks = "ticks" | "links";

/**
 * What a patch's lines for one file do, where they change no words: they tick boxes (`- [ ]` becomes `- [x]`), or they link
 * task files, and may tick boxes, too. Undefined where they do anything else.
 */
export function marksOf(lines: string): Marks | undefined {
  const taken = linesAfter("-", lines);
  const put = linesAfter("+", lines);
  if (put.length === 0) return undefined;
  if (taken.length === put.length && taken.every((line, at) => isTicked(line, put[at] ?? ""))) return "ticks";
  return put.some((line) => taskFile.test(line)) && linksOnly(taken, put) ? "links" : undefined;
}

function linesAfter(sign: string, lines: string): string[] {
  const all = lines.split(/\r?\n/).filter((line) => line.startsWith(sign));
  return all.map((line) => line.slice(1));
}

function isTicked(line: string, after: string): boolean {
  return line === after || line.replace(box, "$1[x]") === after.replace("[X]", "[x]");
}

const box = /^(\s*(?:[-*+]|\d+[.)]) )\[ \]/;
const taskFile = /(\btasks?\/[^\s)|]+|[\w-]+-task-\d+)\.md\b/;

/** Whether each line that is taken comes again with a link, and what is new is links, and what stands around them. */
function linksOnly(taken: readonly string[], put: readonly string[]): boolean {
  const rest = [...put];
  for (const line of taken) {
    const at = rest.findIndex((one) => wordsIn(one) === wordsIn(line));
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return rest.every((line) => taskFile.test(line) || /^\s*($|#|\|)/.test(line));
}

/** A line's words, without the boxes, the files it names, and the words by which one names them. */
function wordsIn(line: string): string {
  const plain = line
    .replace(/\[[ xX]\]/, " ")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, " $1 ")
    .replaceAll(/(?:\S*\.md\b\S*)/g, " ")
    .replaceAll(/\b(see|task files?|file)\b:?/gi, " ");
  return (plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
