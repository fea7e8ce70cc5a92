import { isUtf8 } from "node:buffer";
import { type Content, contentOf, fromBytes, shownText, toBytes } from "./content.ts";

/** The pristine copies of an install, by the target each belongs to. */
export type BaseCopies = ReadonlyMap<string, Content>;

/**
 * All pristine copies as one file: a line of JSON for each, `["<target>","<text>"]`, sorted by target; what is not UTF-8
 * stands as `["<target>",{"base64":"…"}]`. Every byte comes back, and a line that is damaged costs only its own copy.
 */
export function renderBaseCopies(copies: BaseCopies): Content {
  const targets = [...copies.keys()].sort();
  return targets.map((target) => lineOf(target, copies.get(target) as Content)).join("") as Content;
}

/**
 * Reads what `renderBaseCopies` wrote. Never fails: lines that are none of its own are passed over. Whether a copy is what was
 * installed, its fingerprint in the manifest says.
 */
export function parseBaseCopies(content: Content): BaseCopies {
  const copies = new Map<string, Content>();
  for (const line of content.split("\n")) {
    const [target, copy] = pairIn(line as Content);
    // Only an escape can make more than bytes of bytes.
    const found = line.includes("\\u") && !isBytes(copy) ? undefined : read(copy);
    if (typeof target === "string" && found !== undefined) copies.set(shownText(target as Content), found);
  }
  return copies;
}

/** JSON leaves all that is not ASCII as it is, so it may as well be written, and read, byte by byte. */
function lineOf(target: string, content: Content): Content {
  const copy = isText(content) ? content : { base64: toBytes(content).toString("base64") };
  return `${JSON.stringify([contentOf(target), copy])}\n` as Content;
}

function isText(content: Content): boolean {
  // As many bytes in UTF-8 as characters: it is ASCII, as most are.
  return Buffer.byteLength(content) === content.length || isUtf8(toBytes(content));
}

function read(copy: unknown): Content | undefined {
  if (typeof copy === "string") return copy as Content;
  const base64 = copy !== null && typeof copy === "object" ? (copy as { base64?: unknown }).base64 : undefined;
  return typeof base64 === "string" ? fromBytes(Buffer.from(base64, "base64")) : undefined;
}

function isBytes(copy: unknown): boolean {
  return typeof copy !== "string" || /^[\x00-\xff]*$/.test(copy);
}

function pairIn(line: Content): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
