import { dropCopy } from "./decide-conflict.ts";
import { type Decision, type DecisionRules, entryBehind, removeRecord } from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { fingerprint } from "./fingerprint.ts";
import { basePath } from "./layout.ts";
import type { ManifestFile } from "./manifest.ts";
import type { Action } from "./plan.ts";

/** Decides on a target the pack no longer has: removed where nobody edited it, the user's otherwise. */
export function decideRetired(situation: FileSituation, entry: ManifestFile, rules: DecisionRules): Decision {
  const { target, yours, base } = situation;
  const records = [...removeRecord(basePath(target), base), ...dropCopy(situation)];
  const decide = (
    kind: Action["kind"],
    reason: string,
    effects: Decision["effects"],
    after?: ManifestFile,
  ): Decision => ({ action: { kind, target, reason }, effects, entry: after });
  if (entry.kept) return decide("keep", "a file of yours, left alone", records);
  if (yours === undefined) return decide("delete", "gone from the pack, and already deleted", records);
  const now = fingerprint(yours.content);
  const pristine = now === entry.base || now === entry.pending?.base;
  if (pristine && entry.adopted) return decide("keep", "gone from the pack; it stood here before Baton", records);
  if (pristine) {
    const remove = { do: "remove", stage: "target", path: target, over: yours.content } as const;
    return decide("delete", "gone from the pack", [remove, ...records]);
  }
  if (entry.base === undefined) return decide("keep", "a file of yours, left alone", records);
  const after = { ...entryBehind(entry, base, rules), retired: true as const };
  return decide("keep", "gone from the pack, but you edited it", dropCopy(situation), after);
}
