import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { Span } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { LineIndex } from "../core/line-index.ts";
import { jsonDepth } from "../parse/json.ts";
import { limits } from "../parse/parsed.ts";
import { payloadInPlace } from "../response/payload-in-place.ts";

/** An answer taken out of an envelope. */
export interface Envelope {
  /** The answer alone, at its place in the file where it is an object. */
  readonly text: string;
  /** Where something of `text` stands in the file; left out where that is the same place. */
  readonly relocate?: (span: Span) => Span;
}

/**
 * Opens `{"agent": "<name>", "answer": …}`, the answer being an object or the text the agent returned.
 * @param text JSON of that form
 * @throws Failure parse/duplicate-key when the envelope itself gives a key twice
 */
export function openEnvelope(text: string, file: string): Envelope {
  if (jsonDepth(text) > limits.depth) return { text };
  const tree = parseTree(text.replace(/^\uFEFF/, " "));
  const answer = tree === undefined ? undefined : findNodeAtLocation(tree, ["answer"]);
  if (tree === undefined || answer === undefined) return { text };
  refuseDoubles(text, file, tree);
  const { offset, length } = answer;
  if (answer.type !== "string") return { text: payloadInPlace(text, offset, offset + length) };
  const decoded = String(answer.value);
  return { text: decoded, relocate: relocator(text, offset + 1, decoded) };
}

/** What is given twice inside the answer is the answer's matter; of the envelope's own keys none may be guessed. */
function refuseDoubles(text: string, file: string, envelope: Node): void {
  const seen = new Set<unknown>();
  for (const property of envelope.children ?? []) {
    const key = property.children?.[0];
    if (key !== undefined && seen.has(key.value)) {
      const span = new LineIndex(text).span(key.offset, key.offset + key.length);
      const where = { file, span };
      throw new Failure("parse/duplicate-key", `"${key.value}" is given twice`, { where, hint: "keep one of them" });
    }
    seen.add(key?.value);
  }
}

/** Places in a JSON string's value, turned into places in its literal, whose first character stands at `start`. */
function relocator(text: string, start: number, decoded: string): (span: Span) => Span {
  const offsets = literalOffsets(text, start, decoded.length);
  const inside = new LineIndex(decoded);
  const outside = new LineIndex(text);
  return ({ line, column, length = 0 }) => {
    const from = inside.offset(line, column);
    return outside.span(offsets[from] ?? start, offsets[from + length] ?? start);
  };
}

/** For each UTF-16 unit of a JSON string, and for its end, where the literal writes it: an escape is one unit. */
function literalOffsets(text: string, start: number, length: number): number[] {
  const offsets: number[] = [];
  let at = start;
  for (let unit = 0; unit <= length; unit++) {
    offsets.push(at);
    if (text[at] !== "\\") at += 1;
    else at += text[at + 1] === "u" ? 6 : 2;
  }
  return offsets;
}
