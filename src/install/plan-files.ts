import { decideFile } from "./decide-file.ts";
import { decideMove } from "./decide-move.ts";
import type { Decision, DecisionRules } from "./decision.ts";
import { type FileSituation, situationOf } from "./file-situation.ts";
import { findMoves } from "./find-moves.ts";
import { filesByTarget, type Manifest, type ManifestFile } from "./manifest.ts";
import { pendingEntry } from "./pending-entry.ts";
import type { Release } from "./release.ts";
import type { Snapshot } from "./snapshot.ts";

export interface PlannedFiles {
  readonly decisions: readonly Decision[];
  /** The manifest's entries while the decisions are carried out. */
  readonly pending: readonly ManifestFile[];
}

/** Decides on every target that the release or the manifest knows, in order of their paths. */
export function planFiles(
  release: Release,
  manifest: Manifest | undefined,
  snapshot: Snapshot,
  rules: DecisionRules,
): PlannedFiles {
  const entries = filesByTarget(manifest);
  const wanted = new Map(release.files.map((file) => [file.target, file]));
  const moves = movesTo(release, entries, snapshot);
  const left = new Set([...moves.values()].map(({ target }) => target));
  const about = (target: string): FileSituation => situationOf(target, entries.get(target), snapshot);
  const decisions: Decision[] = [];
  const pending: ManifestFile[] = [];
  for (const target of [...new Set([...wanted.keys(), ...entries.keys()])].sort()) {
    const situation = about(target);
    const { entry } = situation;
    // Where a file moves away from is part of the decision on where it goes to.
    if (left.has(target) && entry !== undefined) {
      pending.push(pendingEntry(entry, { entry: undefined, effects: [] }, undefined, rules) ?? entry);
      continue;
    }
    const file = wanted.get(target);
    const origin = moves.get(target);
    const moving = origin !== undefined && file !== undefined;
    const decision = moving
      ? decideMove(about(origin.target), situation, file)
      : decideFile(situation, file, rules, manifest?.state === "removing");
    if (decision === undefined) continue;
    decisions.push(decision);
    const yours = moving ? about(origin.target).yours : situation.yours;
    const meanwhile = pendingEntry(entry, decision, yours, rules, origin?.target, file);
    if (meanwhile !== undefined) pending.push(meanwhile);
  }
  return { decisions, pending };
}

/** What moves, by its new target: what the pack has moved, and what an interrupted run had not finished moving. */
function movesTo(
  release: Release,
  entries: ReadonlyMap<string, ManifestFile>,
  { files }: Snapshot,
): ReadonlyMap<string, ManifestFile> {
  const wanted = new Set(release.files.map(({ target }) => target));
  const gone = [...entries.values()].filter(({ target }) => !wanted.has(target));
  const moves = new Map<string, ManifestFile>();
  if (gone.length === 0) return moves;
  for (const { target } of release.files) {
    const origin = gone.find((entry) => entry.target === entries.get(target)?.pending?.from);
    const [here, there] = [files.get(target), files.get(origin?.target ?? "")];
    if (origin !== undefined && here !== undefined && here.content === there?.content) moves.set(target, origin);
  }
  const isNew = (target: string): boolean => {
    const entry = entries.get(target);
    return files.get(target) === undefined && (entry === undefined || (entry.base === undefined && !entry.kept));
  };
  const finishing = new Set(moves.values());
  const found = findMoves(
    gone.filter((entry) => !finishing.has(entry)),
    release.files.filter(({ target }) => isNew(target)),
  );
  return new Map([...moves, ...found]);
}
