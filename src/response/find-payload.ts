/** A JSON object found in an answer, as offsets into the answer's text. */
export interface Payload {
  readonly start: number;
  readonly end: number;
  /** Set when the object does not parse as it stands. */
  readonly broken?: "syntax" | "cut-off";
}

/** What an answer is made of. Offsets count UTF-16 units of the text as given, byte order mark included. */
export interface Found {
  readonly payloads: readonly Payload[];
  /** The first stretch of prose before and after the payloads, fences and white space apart. */
  readonly leading?: { readonly start: number; readonly end: number };
  readonly trailing?: { readonly start: number; readonly end: number };
  readonly fenced: boolean;
}

/** A text like `{{{{…` would make every brace a scan to the end; after this many there is nothing to find. */
const maxScans = 200;

/** Finds the JSON objects in an answer as Codex returns it: bare, fenced, with prose around, several, or cut off. Never throws. */
export function findPayload(text: string): Found {
  const payloads: Payload[] = [];
  let brokenFirst: Payload | undefined;
  let from = 0;
  for (let scans = 0; scans < maxScans; scans++) {
    const start = text.indexOf("{", from);
    if (start < 0) break;
    const end = objectEnd(text, start);
    if (end !== undefined && parses(text.slice(start, end))) {
      if (!/^\{\s*\}$/.test(text.slice(start, end)) || isAlone(text, start, end)) payloads.push({ start, end });
      from = end;
      continue;
    }
    if (brokenFirst === undefined && looksLikeObject(text, start)) {
      brokenFirst = { start, end: end ?? text.length, broken: end === undefined ? "cut-off" : "syntax" };
    }
    from = start + 1;
  }
  // An object that was cut off holds complete objects inside: they are its parts, not answers.
  const outermost =
    brokenFirst === undefined ? undefined : payloads.find((payload) => payload.start < (brokenFirst?.start ?? 0));
  const all = brokenFirst !== undefined && outermost === undefined ? [brokenFirst] : payloads;
  return { payloads: all, ...surroundings(text, all) };
}

/** The offset behind the brace that closes the one at `start`; undefined when the text ends before. */
export function objectEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) {
      at = stringEnd(text, at);
    } else if (unit === 123 || unit === 91) depth++;
    else if ((unit === 125 || unit === 93) && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The offset of the quote that closes the string opened at `open`, or the text's length. */
function stringEnd(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at > 0) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 92) backslashes++;
    if (backslashes % 2 === 0) return at;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An opening brace followed by a key: prose about `{}` or code is not taken for a broken answer. */
function looksLikeObject(text: string, start: number): boolean {
  return /^\{\s*["'](?:[^"'\\\n]|\\.){1,200}["']\s*:/.test(text.slice(start, start + 400));
}

function isAlone(text: string, start: number, end: number): boolean {
  return text.slice(0, start).trim() === "" && text.slice(end).trim() === "";
}

function surroundings(text: string, payloads: readonly Payload[]): Omit<Found, "payloads"> {
  const first = payloads[0];
  const last = payloads.at(-1);
  if (first === undefined || last === undefined) return { fenced: false };
  const head = text.slice(0, first.start);
  const tail = text.slice(last.end);
  const opening = /(?:^|\n)[^\S\n]*(`{3,}|~{3,})[\w-]*[^\S\n]*\r?\n\s*$/.exec(head);
  const closing = opening === null ? null : /^\s*(`{3,}|~{3,})[^\S\n]*(?:\r?\n|$)/.exec(tail);
  const leading = proseIn(text, 0, opening === null ? first.start : opening.index);
  const trailing =
    last.broken === "cut-off" ? undefined : proseIn(text, last.end + (closing?.[0].length ?? 0), text.length);
  return { fenced: opening !== null, ...(leading && { leading }), ...(trailing && { trailing }) };
}

function proseIn(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const slice = text.slice(start, end);
  const first = slice.search(/[^\s\uFEFF]/);
  if (first < 0) return undefined;
  return { start: start + first, end: start + slice.trimEnd().length };
}
