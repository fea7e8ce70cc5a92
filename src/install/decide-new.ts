import { decideConflict, decideResolved, dropCopy } from "./decide-conflict.ts";
import { type Decision, type DecisionRules, entryAt, writeBase, writeTarget } from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { sameText } from "./fingerprint.ts";
import type { ManifestFile } from "./manifest.ts";
import { merge3 } from "./merge3.ts";
import type { ReleaseFile } from "./release.ts";
import { takeOver } from "./take-over.ts";

/** Decides on a target that is not ours yet: nothing stands there, or the same, or a file of the user's. */
export function decideNew(situation: FileSituation, wanted: ReleaseFile, rules: DecisionRules): Decision {
  const { target, entry, yours, base } = situation;
  if (yours === undefined) {
    return {
      action: { kind: "create", target, reason: entry?.kept ? "your own file is gone" : "new" },
      effects: [writeTarget(target, wanted, undefined), ...writeBase(target, wanted, base), ...dropCopy(situation)],
      entry: entryAt(wanted, undefined),
    };
  }
  if (sameText(yours.content, wanted.content)) {
    return {
      action: { kind: "adopt", target, reason: "already there, the same" },
      effects: [...writeBase(target, wanted, base), ...dropCopy(situation)],
      entry: { ...entryAt(wanted, entry), adopted: true },
    };
  }
  const kept: ManifestFile = { target, source: wanted.source, kept: true };
  const leave: Decision = {
    action: { kind: "keep", target, reason: "a file of yours, left alone" },
    effects: [],
    entry: kept,
  };
  const resolved = decideResolved(situation, yours, wanted);
  if (resolved !== undefined) return resolved;
  switch (rules.onConflict) {
    case "take":
      return takeOver(situation, yours, wanted, rules);
    case "merge": {
      const merge = merge3(yours.content, undefined, wanted.content, labelsOf(rules));
      if (merge.clean) return takeOver(situation, yours, wanted, rules);
      return decideConflict(situation, yours, wanted, merge.content, kept, rules);
    }
    case "keep":
      return { ...leave, effects: dropCopy(situation) };
    case undefined:
      if (entry?.kept) return { ...leave, entry };
      return { ...leave, action: { kind: "blocked", target, reason: "a different file of yours stands here" }, entry };
  }
}

function labelsOf(rules: DecisionRules): { base: string; next: string } {
  return { base: "nothing", next: `baton ${rules.next}` };
}
