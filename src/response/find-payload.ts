/** A JSON object found in an answer, as offsets into the answer's text. */
export interface Payload {
  readonly start: number;
  readonly end: number;
  /** Set when the object does not parse as it stands, or when the objects found are those of a list. */
  readonly broken?: "syntax" | "cut-off" | "list";
}

/** What an answer is made of. Offsets count UTF-16 units of the text as given, byte order mark included. */
export interface Found {
  readonly payloads: readonly Payload[];
  /** The first stretch of prose before and after the payloads, fences and white space apart. */
  readonly leading?: { readonly start: number; readonly end: number };
  readonly trailing?: { readonly start: number; readonly end: number };
  readonly fenced: boolean;
}

/** A text like `{{{{…` would make every brace a scan to the end; after so much looking there is nothing to find. */
const maxScans = 200;
const maxScanned = 20_000_000;

/**
 * Finds the JSON objects in an answer as Codex returns it: bare, fenced, with prose around, several, or cut off. What
 * stands inside an object, broken or whole, is its part and never a payload of its own. Never throws.
 */
export function findPayload(text: string): Found {
  const payloads: Payload[] = [];
  const opening = /\{|\[\s*\{/g;
  for (let scans = 0, scanned = 0; scans < maxScans && scanned < maxScanned; scans++) {
    const match = opening.exec(text);
    if (match === null) break;
    const end = objectEnd(text, match.index);
    const payload = payloadAt(text, match.index, end);
    scanned += (end ?? text.length) - match.index;
    if (payload === undefined) {
      opening.lastIndex = match.index + 1;
      continue;
    }
    opening.lastIndex = payload.end;
    if (!isEmptyObject(text, payload) || isAlone(text, payload)) payloads.push(payload);
  }
  return { payloads, ...surroundings(text, payloads) };
}

/** The payload between two brackets, or from one to the end of the text; undefined when that is prose or code. */
function payloadAt(text: string, start: number, end: number | undefined): Payload | undefined {
  if (end !== undefined && parses(text.slice(start, end)))
    return text.startsWith("[", start) ? { start, end, broken: "list" } : { start, end };
  if (!looksLikeObject(text, start)) return undefined;
  return end === undefined
    ? { start, end: cutOffEnd(text, start), broken: "cut-off" }
    : { start, end, broken: "syntax" };
}

/** Where an object that is not closed ends: with the text, or before the line that closes its fence. */
function cutOffEnd(text: string, start: number): number {
  const trimmed = text.trimEnd();
  const lastLine = trimmed.lastIndexOf("\n");
  const closesFence = lastLine > start && /^[^\S\n]*(?:`{3,}|~{3,})$/.test(trimmed.slice(lastLine + 1));
  return closesFence ? trimmed.slice(0, lastLine).trimEnd().length : trimmed.length;
}

/** The offset behind the bracket that closes the one at `start`; undefined when the text ends before. */
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

const key =
  /"(?:[^"\\\n]|\\.){0,200}(?:$|"\s{0,20}(?:$|:))|'(?:[^'\\\n]|\\.){0,200}(?:$|'\s{0,20}(?:$|:))|[A-Za-z_$][\w$]{0,100}\s{0,20}:/;
const comment = /\/\/[^\n]{0,200}\n\s{0,20}|\/\*(?:[^*]|\*(?!\/)){0,200}\*\/\s{0,20}/;
const objectStart = new RegExp(`^(?:\\[\\s{0,20})?\\{\\s{0,20}(?:${comment.source}){0,5}(?:$|${key.source})`);

/**
 * An opening brace followed by a key, whole or as far as the text goes: prose about `{}` or code is not taken for a
 * broken answer, an answer that almost is JSON is.
 */
function looksLikeObject(text: string, start: number): boolean {
  return objectStart.test(text.slice(start, start + 4_000));
}

function isEmptyObject(text: string, { start, end }: Payload): boolean {
  return /^\{\s*\}$/.test(text.slice(start, end));
}

/** Whether nothing but white space and fences stands around a payload. */
function isAlone(text: string, { start, end }: Payload): boolean {
  const around = `${text.slice(0, start)}\n${text.slice(end)}`;
  return around.replace(/^[^\S\n]*(?:`{3,}(?!`)|~{3,}(?!~))[^`\n]*$/gm, "").trim() === "";
}

function surroundings(text: string, payloads: readonly Payload[]): Omit<Found, "payloads"> {
  const first = payloads[0];
  const last = payloads.at(-1);
  if (first === undefined || last === undefined) return { fenced: false };
  const head = text.slice(0, first.start);
  const tail = text.slice(last.end);
  const opening = /(?:^|\n)[^\S\n]*(?:`{3,}(?!`)|~{3,}(?!~))[^`\n]*\n\s*$/.exec(head);
  const closing = opening === null ? null : /^\s*(?:`{3,}|~{3,})[^\S\n]*(?:\n|$)/.exec(tail);
  const leading = proseIn(text, 0, opening === null ? first.start : opening.index);
  const trailing =
    last.broken === "cut-off" ? undefined : proseIn(text, last.end + (closing?.[0].length ?? 0), text.length);
  return { fenced: opening !== null, ...(leading && { leading }), ...(trailing && { trailing }) };
}

function proseIn(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const slice = text.slice(start, end);
  const first = slice.search(/\S/);
  if (first < 0) return undefined;
  return { start: start + first, end: start + slice.trimEnd().length };
}
