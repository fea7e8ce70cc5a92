/** Something at `[start, end)` of the whole file, in UTF-16 units. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a Markdown link leads: the target of `[text](target)`, of an image, or of a reference definition. */
export interface MarkdownLink extends Place {
  readonly target: string;
}

/** Inline code, without its backticks. */
export interface CodeSpan extends Place {
  readonly code: string;
}

export interface Heading extends Place {
  readonly level: number;
  readonly title: string;
}

/** What is found in a Markdown text. Offsets are those of the whole file it is a part of. */
export interface Markdown {
  /** The file with everything but prose blanked: fenced and inline code, comments, what lies outside the part. Same length. */
  readonly prose: string;
  /** The same with inline code left in. */
  readonly unfenced: string;
  readonly links: readonly MarkdownLink[];
  readonly codeSpans: readonly CodeSpan[];
  readonly headings: readonly Heading[];
}

/** Scans `[from, to)` of a file as Markdown (CommonMark, as far as links, code, comments and headings go). Linear in the text. */
export function scanMarkdown(text: string, from = 0, to: number = text.length): Markdown {
  const part = blank(text.slice(0, from)) + text.slice(from, to) + blank(text.slice(to));
  const unfenced = withoutFences(withoutComments(part));
  const codeSpans = inlineCode(unfenced);
  const prose = blankPlaces(unfenced, codeSpans);
  return { prose, unfenced, codeSpans, links: links(prose), headings: headings(unfenced) };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

function blankPlaces(text: string, places: readonly Place[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of places) {
    result += text.slice(at, start) + blank(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

function withoutComments(text: string): string {
  const places: Place[] = [];
  for (let start = text.indexOf("<!--"); start >= 0; ) {
    const close = text.indexOf("-->", start + 4);
    const end = close < 0 ? text.length : close + 3;
    places.push({ start, end });
    start = text.indexOf("<!--", end);
  }
  return blankPlaces(text, places);
}

/** Fences may be indented to any depth: lists carry them. One that is never closed runs to the end. */
function withoutFences(text: string): string {
  let fence: string | undefined;
  return text.replace(/[^\n]*(?:\n|$)/g, (line) => {
    const marker = /^[ \t>]*(`{3,}|~{3,})([^\n]*)/.exec(line);
    if (fence === undefined) {
      const opens = marker?.[1] !== undefined && !(marker[1].startsWith("`") && (marker[2] ?? "").includes("`"));
      if (!opens) return line;
      fence = marker[1];
      return blank(line);
    }
    const closes = marker?.[1]?.startsWith(fence) === true && (marker[2] ?? "").trim() === "";
    if (closes) fence = undefined;
    return blank(line);
  });
}

function inlineCode(text: string): CodeSpan[] {
  const found: CodeSpan[] = [];
  for (const match of text.matchAll(/(?<!`)(`{1,3})(?!`)([^\n]{1,400}?)(?<!`)\1(?!`)/g)) {
    const start = match.index;
    found.push({ start, end: start + match[0].length, code: match[2] ?? "" });
  }
  return found;
}

/** A bracket behind a backslash is text, unless the backslash is one itself. */
const inlineLink =
  /(?<!(?<!\\)(?:\\\\){0,20}\\)\[(?:\\.|[^[\]\\\n]){0,400}\]\(\s{0,3}(?:<([^<>\n]{0,1000})>|([^\s()<>]{1,1000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,500})?))(?:\s{1,3}["'(][^"'()\n]{0,300}["')])?\s{0,3}\)/g;
const definition = /^ {0,3}\[(?:\\.|[^[\]\\\n]){1,200}\]:[ \t]{1,8}(?:<([^<>\n]{1,1000})>|(\S{1,1000}))/gm;

function links(prose: string): MarkdownLink[] {
  const found: MarkdownLink[] = [];
  for (const pattern of [inlineLink, definition]) {
    for (const match of prose.matchAll(pattern)) {
      const target = match[1] ?? match[2] ?? "";
      const start = match.index + match[0].lastIndexOf(target);
      found.push({ target, start, end: start + target.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function headings(text: string): Heading[] {
  return [...text.matchAll(/^ {0,3}(#{1,6})[ \t]+([^\r\n]*)/gm)].map((match) => ({
    level: match[1]?.length ?? 1,
    title: (match[2] ?? "").trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
