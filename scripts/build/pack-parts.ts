import { brotliCompressSync, constants } from "node:zlib";
import { type Chunks, reached } from "./chunks.ts";
import { layOut, type Part, type Table } from "./lay-out.ts";

/** So many characters are unpacked at a time: more compresses better, less starts faster. */
const blockLength = 60_000;

/** Compresses parts in blocks, so that a command unpacks little more than it needs. */
export function packParts(
  unordered: readonly Part[],
  chunks: Chunks,
): { text: string; table: Table; blocks: readonly number[] } {
  const parts = clustered(unordered, chunks);
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const length = last?.reduce((sum, { code }) => sum + code.length, 0) ?? blockLength;
    if (last === undefined || length + part.code.length > blockLength) groups.push([part]);
    else last.push(part);
  }
  const laid = groups.map((group, block) => layOut(group, block));
  const texts = laid.map(({ text }) => compress(text));
  const ends = texts.map((_, index) => texts.slice(0, index + 1).join("").length);
  return { text: texts.join(""), table: Object.assign({}, ...laid.map(({ table }) => table)), blocks: [0, ...ends] };
}

/** Parts in an order in which those that are needed together lie together: by which of the chunks loaded on demand need them. */
function clustered(parts: readonly Part[], chunks: Chunks): Part[] {
  const roots = parts.map(({ name }) => name);
  const needing = new Map<string, string[]>();
  for (const root of roots)
    for (const name of reached(chunks, [root], "without waiting"))
      needing.set(name, [...(needing.get(name) ?? []), root]);
  const key = ({ name }: Part): string => (needing.get(name) ?? []).toSorted().join(" ");
  return parts.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

function compress(text: string): string {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  return brotliCompressSync(text, { params }).toString("base64");
}
