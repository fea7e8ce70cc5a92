import { diff3Merge, diffIndices } from "node-diff3";
import type { Content } from "./content.ts";
import { isOpaque, type LineEnd, lineEndOf, linesOf, ofLines, withLineEnd } from "./line-ends.ts";

/** What the sides of a conflict are called in the copy that shows them. */
export interface MergeLabels {
  readonly base: string;
  readonly next: string;
}

export interface Merge {
  readonly clean: boolean;
  /** The merged file; when it is not clean, the whole file with both versions between markers, or a binary file's new version. */
  readonly content: Content;
}

interface Region {
  readonly both?: readonly string[];
  readonly conflict?: { readonly a: readonly string[]; readonly o?: readonly string[]; readonly b: readonly string[] };
}

/**
 * Merges line by line what changed from `base` to `next` into the user's file: the same three always give the same
 * result. Every line of the user's keeps its bytes; new ones end as most of the user's do. Without a base, whatever
 * differs is a conflict.
 */
export function merge3(yours: Content, base: Content | undefined, next: Content, labels: MergeLabels): Merge {
  if (isOpaque(yours) || isOpaque(next)) return { clean: false, content: next };
  const lineEnd = lineEndOf(yours);
  const own = linesOf(yours);
  const wanted = linesOf(withLineEnd(next, lineEnd));
  const old = base === undefined || isOpaque(base) ? undefined : linesOf(withLineEnd(base, lineEnd));
  if (isCostly(own, wanted) || (old !== undefined && isCostly(own, old)))
    return { clean: false, content: withLineEnd(next, lineEnd) };
  const regions = old === undefined ? twoWay(own, wanted) : threeWay(own, old, wanted);
  const clean = regions.every((region) => region.conflict === undefined);
  return { clean, content: ofLines(regions.flatMap((region) => rendered(region, labels, lineEnd))) };
}

/** Whether a copy still holds markers. */
export function hasMarkers(content: Content): boolean {
  return /^(<{7}|>{7}|\|{7}) /m.test(content);
}

/** The comparison looks at every pair of equal lines: a file of a million blank ones would never end. */
function isCostly(one: readonly string[], other: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1);
  let pairs = 0;
  for (const line of other) pairs += counts.get(line) ?? 0;
  return pairs > 1_000_000 || one.length + other.length > 50_000;
}

function threeWay(own: string[], old: string[], wanted: string[]): Region[] {
  return diff3Merge(own, old, wanted).map(({ ok, conflict }) => ({
    ...(ok === undefined ? {} : { both: ok }),
    ...(conflict === undefined ? {} : { conflict }),
  }));
}

function twoWay(own: string[], wanted: string[]): Region[] {
  if (own.length === 0) return [{ both: wanted }];
  const regions: Region[] = [];
  let done = 0;
  for (const { buffer1, buffer1Content, buffer2Content } of diffIndices(own, wanted)) {
    regions.push({ both: own.slice(done, buffer1[0]) }, { conflict: { a: buffer1Content, b: buffer2Content } });
    done = buffer1[0] + buffer1[1];
  }
  return [...regions, { both: own.slice(done) }];
}

function rendered({ both = [], conflict }: Region, labels: MergeLabels, lineEnd: LineEnd): readonly string[] {
  if (conflict === undefined) return both;
  const { a, o, b } = conflict;
  return [
    `<<<<<<< yours${lineEnd}`,
    ...closed(a, lineEnd),
    ...(o === undefined ? [] : [`||||||| ${labels.base}${lineEnd}`, ...closed(o, lineEnd)]),
    `=======${lineEnd}`,
    ...closed(b, lineEnd),
    `>>>>>>> ${labels.next}${lineEnd}`,
  ];
}

/** A file's last line may have no line break: before a marker it needs one. */
function closed(lines: readonly string[], lineEnd: LineEnd): readonly string[] {
  const last = lines.at(-1);
  return last === undefined || last.endsWith("\n") ? lines : [...lines.slice(0, -1), `${last}${lineEnd}`];
}
