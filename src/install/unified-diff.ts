import { diffIndices } from "node-diff3";
import { type Content, shownText } from "./content.ts";
import { isOpaque, linesOf, withUnixLineEnds } from "./line-ends.ts";

export interface DiffLine {
  readonly kind: "file" | "hunk" | "same" | "removed" | "added" | "note";
  readonly text: string;
}

const context = 3;

interface Change {
  readonly from: readonly [start: number, count: number];
  readonly to: readonly [start: number, count: number];
}

/**
 * The edits between two files as a unified diff with three lines of context; line ends do not count. Nothing when they
 * are the same.
 */
export function unifiedDiff(before: Content, after: Content, labels: { before: string; after: string }): DiffLine[] {
  const [old, now] = [linesOf(withUnixLineEnds(before)), linesOf(withUnixLineEnds(after))];
  const changes = isOpaque(before) || isOpaque(after) ? undefined : changesOf(old, now);
  if (changes?.length === 0) return [];
  const head: DiffLine[] = [
    { kind: "file", text: `--- ${labels.before}` },
    { kind: "file", text: `+++ ${labels.after}` },
  ];
  if (changes === undefined) return [...head, { kind: "note", text: "binary files differ" }];
  return [...head, ...grouped(changes).flatMap((group) => hunk(group, old, now))];
}

function changesOf(old: string[], now: string[]): Change[] {
  return diffIndices(old, now).map(({ buffer1, buffer2 }) => ({ from: buffer1, to: buffer2 }));
}

/** Changes whose contexts touch share a hunk. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    const near = last !== undefined && change.from[0] - (last.from[0] + last.from[1]) <= 2 * context;
    if (near) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(changes: readonly Change[], old: readonly string[], now: readonly string[]): DiffLine[] {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = Math.max(0, first.from[0] - context);
  const end = Math.min(old.length, last.from[0] + last.from[1] + context);
  const shift = first.to[0] - first.from[0];
  const grown = last.to[0] + last.to[1] - (last.from[0] + last.from[1]) - shift;
  const range = (at: number, count: number): string => `${count === 0 ? at : at + 1},${count}`;
  const lines: DiffLine[] = [
    { kind: "hunk", text: `@@ -${range(start, end - start)} +${range(start + shift, end - start + grown)} @@` },
  ];
  let at = start;
  for (const { from, to } of changes) {
    lines.push(...marked("same", " ", old.slice(at, from[0])));
    lines.push(...marked("removed", "-", old.slice(from[0], from[0] + from[1])));
    lines.push(...marked("added", "+", now.slice(to[0], to[0] + to[1])));
    at = from[0] + from[1];
  }
  return [...lines, ...marked("same", " ", old.slice(at, end))];
}

function marked(kind: DiffLine["kind"], mark: string, lines: readonly string[]): DiffLine[] {
  return lines.flatMap((line) => {
    const text = { kind, text: `${mark}${shownText(line.replace(/\n$/, "") as Content)}` };
    return line.endsWith("\n") ? [text] : [text, { kind: "note", text: "\\ No newline at end of file" }];
  });
}
