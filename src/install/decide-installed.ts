import type { Content } from "./content.ts";
import { decideConflict, decideResolved, dropCopy } from "./decide-conflict.ts";
import {
  type Decision,
  type DecisionRules,
  entryAt,
  entryBehind,
  writeBase,
  writeOver,
  writeTarget,
} from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { fingerprint, sameText } from "./fingerprint.ts";
import type { ManifestFile } from "./manifest.ts";
import { merge3 } from "./merge3.ts";
import type { Action } from "./plan.ts";
import type { ReleaseFile } from "./release.ts";
import type { FoundFile } from "./snapshot.ts";
import { takeOver } from "./take-over.ts";

/** Decides on a target that was installed before: what the user did to it, and what the pack did, is told by the pristine copy. */
export function decideInstalled(
  situation: FileSituation,
  entry: ManifestFile,
  wanted: ReleaseFile,
  rules: DecisionRules,
): Decision {
  const { target, yours, base } = situation;
  const record = [...writeBase(target, wanted, base), ...dropCopy(situation)];
  const at = entryAt(wanted, entry);
  const decide = (kind: Action["kind"], reason: string, effects: Decision["effects"]): Decision => ({
    action: { kind, target, reason },
    effects,
    entry: at,
  });
  if (yours === undefined) return decideDeleted(situation, entry, wanted, rules);
  if (sameText(yours.content, wanted.content)) return decide("current", "up to date", record);
  const now = fingerprint(yours.content);
  const next = fingerprint(wanted.content);
  if (entry.pending?.result === now && entry.pending.base === next)
    return decide("merge", "written before the interruption", record);
  if (now === entry.base || now === entry.pending?.base)
    return decide("replace", "not edited", [writeTarget(target, wanted, yours), ...record]);
  const known = pristine(entry, base, wanted);
  if (known !== undefined && sameText(known, wanted.content))
    return decide("keep", "your edits; Baton's file is the same", record);
  const resolved = decideResolved(situation, yours, wanted);
  if (resolved !== undefined) return resolved;
  if (rules.onConflict === "keep") return decide("keep", "your version, as you asked", record);
  if (rules.onConflict === "take") return takeOver(situation, yours, wanted, rules);
  return decideMerge(situation, yours, known, wanted, entryBehind(entry, base, rules), rules);
}

function decideMerge(
  situation: FileSituation,
  yours: FoundFile,
  known: Content | undefined,
  wanted: ReleaseFile,
  entry: ManifestFile,
  rules: DecisionRules,
): Decision {
  const { target, base } = situation;
  const labels = { base: `base ${entry.version ?? rules.installed}`, next: `baton ${rules.next}` };
  const merge = merge3(yours.content, known, wanted.content, labels);
  if (merge.clean && rules.parses(target, merge.content)) {
    const write = writeOver(target, merge.content, yours, wanted.executable);
    return {
      action: { kind: "merge", target, reason: "your edits and Baton's" },
      effects: [write, ...writeBase(target, wanted, base), ...dropCopy(situation)],
      entry: entryAt(wanted, entry),
    };
  }
  const both = merge.clean ? merge3(yours.content, undefined, wanted.content, labels).content : merge.content;
  return decideConflict(situation, yours, wanted, both, entry, rules);
}

/** The pristine content the user's edits started from; undefined when its copy is missing or is not what was installed. */
function pristine(entry: ManifestFile, base: Content | undefined, wanted: ReleaseFile): Content | undefined {
  const found = base === undefined ? undefined : fingerprint(base);
  if (base !== undefined && (found === entry.base || found === entry.pending?.base)) return base;
  return entry.pending === undefined && entry.base === fingerprint(wanted.content) ? wanted.content : undefined;
}

function decideDeleted(
  situation: FileSituation,
  entry: ManifestFile,
  wanted: ReleaseFile,
  rules: DecisionRules,
): Decision {
  const { target, base } = situation;
  const record = [...writeBase(target, wanted, base), ...dropCopy(situation)];
  if (rules.restore) {
    return {
      action: { kind: "restore", target, reason: "brought back" },
      effects: [writeTarget(target, wanted, undefined), ...record],
      entry: entryAt(wanted, entry),
    };
  }
  return {
    action: { kind: "keep", target, reason: "you deleted it" },
    effects: dropCopy(situation),
    entry: entryBehind(entry, base, rules),
  };
}
