import { dropCopy } from "./decide-conflict.ts";
import { type Decision, type DecisionRules, entryAt, writeBase, writeTarget } from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { backupPath } from "./layout.ts";
import type { Effect } from "./plan.ts";
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
  const saved = entry?.backup !== undefined && earlier?.content === yours.content;
  const path = saved ? entry.backup : backupPath(rules.backup, target);
  const backup: Effect[] = saved
    ? []
    : [{ do: "write", stage: "backup", path, content: yours.content, over: undefined, mode: yours.mode }];
  // What stood here before Baton first came is what an uninstall gives back; later edits are only kept.
  const first = entry?.base === undefined ? { backup: path } : {};
  return {
    action: { kind: "take", target, reason: "replaced, yours is in the backup", beside: path },
    effects: [
      ...backup,
      writeTarget(target, wanted, yours),
      ...writeBase(target, wanted.content, base),
      ...dropCopy(situation),
    ],
    entry: { ...entryAt(wanted, entry), ...first },
  };
}
