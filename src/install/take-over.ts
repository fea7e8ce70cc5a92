import { dropCopy } from "./decide-conflict.ts";
import { type Decision, type DecisionRules, entryAt, writeBase, writeTarget } from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { backupPath } from "./layout.ts";
import type { ReleaseFile } from "./release.ts";
import type { FoundFile } from "./snapshot.ts";

/** Replaces what stands at a target by the pack's file, after a backup of it. */
export function takeOver(
  situation: FileSituation,
  yours: FoundFile,
  wanted: ReleaseFile,
  rules: DecisionRules,
): Decision {
  const { target, entry, base, backup: earlier } = situation;
  // An interrupted run may have got as far as the backup, or as its entry in the manifest.
  const saved = earlier?.content === yours.content;
  const begun = entry?.backup !== undefined && (saved || earlier === undefined);
  const path = begun ? entry.backup : backupPath(rules.backup, target);
  const write = {
    do: "write",
    stage: "backup",
    path,
    content: yours.content,
    over: undefined,
    mode: yours.mode,
  } as const;
  // What stood here before Baton first came is what an uninstall gives back; later edits are only kept.
  const first = entry?.base === undefined ? { backup: path } : {};
  return {
    action: { kind: "take", target, reason: "replaced, yours is in the backup", beside: path },
    effects: [
      ...(saved ? [] : [write]),
      writeTarget(target, wanted, yours),
      ...writeBase(target, wanted, base),
      ...dropCopy(situation),
    ],
    entry: { ...entryAt(wanted, entry), ...first },
  };
}
