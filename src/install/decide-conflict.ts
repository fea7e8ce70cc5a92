import type { Content } from "./content.ts";
import { type Decision, type DecisionRules, entryAt, removeRecord, writeBase, writeOver } from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { fingerprint } from "./fingerprint.ts";
import { backupPath, conflictPath } from "./layout.ts";
import type { ManifestFile } from "./manifest.ts";
import { hasMarkers } from "./merge3.ts";
import type { Effect } from "./plan.ts";
import type { ReleaseFile } from "./release.ts";
import type { FoundFile } from "./snapshot.ts";

/**
 * Leaves the user's file and lays a copy with both versions beside it. A copy the user is working on is left as it is,
 * or kept as a backup when the pack has moved on.
 */
export function decideConflict(
  { target, entry: before, copy }: FileSituation,
  yours: FoundFile,
  wanted: ReleaseFile,
  both: Content,
  entry: ManifestFile,
  rules: DecisionRules,
): Decision {
  const path = conflictPath(target);
  const next = fingerprint(wanted.content);
  const known = before?.conflict;
  const reason =
    before?.base === undefined ? "your own file and Baton's differ" : "you and Baton changed the same lines";
  const action = { kind: "conflict", target, reason, beside: path } as const;
  const touched = copy !== undefined && copy !== both && fingerprint(copy) !== known?.copy;
  if (touched && known?.next === next) {
    return { action: { ...action, reason: "you are resolving it" }, effects: [], entry: { ...entry, conflict: known } };
  }
  const effects: Effect[] = [];
  if (touched) {
    const backup = backupPath(rules.backup, path);
    effects.push({ do: "write", stage: "backup", path: backup, content: copy, over: undefined, mode: undefined });
  }
  if (copy !== both) effects.push({ do: "write", stage: "record", path, content: both, over: copy, mode: undefined });
  const conflict = { copy: fingerprint(both), next, yours: fingerprint(yours.content) };
  return { action, effects, entry: { ...entry, conflict } };
}

/** The user took the markers out of the copy, and nothing else has changed since: it becomes the file. */
export function decideResolved(situation: FileSituation, yours: FoundFile, wanted: ReleaseFile): Decision | undefined {
  const { target, entry, base, copy } = situation;
  const known = entry?.conflict;
  if (known === undefined || copy === undefined || hasMarkers(copy)) return undefined;
  const untouched = fingerprint(copy) === known.copy;
  const movedOn = known.next !== fingerprint(wanted.content) || known.yours !== fingerprint(yours.content);
  if (untouched || movedOn) return undefined;
  return {
    action: { kind: "merge", target, reason: "as you resolved it", beside: conflictPath(target) },
    effects: [
      writeOver(target, copy, yours, wanted.executable),
      ...writeBase(target, wanted, base),
      ...removeRecord(conflictPath(target), copy),
    ],
    entry: entryAt(wanted, entry),
  };
}

/** Takes away the copy of a conflict that is over, unless the user worked on it. */
export function dropCopy({ target, entry, copy }: FileSituation): readonly Effect[] {
  const ours = copy !== undefined && entry?.conflict !== undefined && fingerprint(copy) === entry.conflict.copy;
  return ours ? removeRecord(conflictPath(target), copy) : [];
}
