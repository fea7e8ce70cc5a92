import { dropCopy } from "./decide-conflict.ts";
import { type Decision, removeRecord } from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { fingerprint } from "./fingerprint.ts";
import type { ManifestFile } from "./manifest.ts";
import type { Action } from "./plan.ts";

/** Decides how a target is left at an uninstall: as it was before Baton came, unless the user has edited it since. */
export function decideRemoval(situation: FileSituation, entry: ManifestFile): Decision {
  const { target, yours, backup } = situation;
  const records = dropCopy(situation);
  const decide = (kind: Action["kind"], reason: string, effects: Decision["effects"] = []): Decision => ({
    action: { kind, target, reason },
    effects: [...effects, ...records],
    entry: undefined,
  });
  const dropBackup = removeRecord(entry.backup ?? "", backup?.content);
  if (entry.kept) return decide("current", "a file of yours");
  if (yours === undefined) return decide("current", "already gone");
  if (backup?.content === yours.content) return decide("restore", "your file is back", dropBackup);
  const now = fingerprint(yours.content);
  const pristine = now === entry.base || now === entry.pending?.base;
  if (!pristine) return decide("keep", entry.base === undefined ? "a file of yours" : "you edited it");
  if (entry.adopted) return decide("keep", "it stood here before Baton");
  if (backup === undefined) {
    return decide("delete", "not edited", [{ do: "remove", stage: "target", path: target, over: yours.content }]);
  }
  return decide("restore", "your file is put back from its backup", [
    { do: "write", stage: "target", path: target, content: backup.content, over: yours.content, mode: backup.mode },
    ...dropBackup,
  ]);
}
