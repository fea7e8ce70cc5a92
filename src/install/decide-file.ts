import { decideInstalled } from "./decide-installed.ts";
import { decideNew } from "./decide-new.ts";
import { decideRetired } from "./decide-retired.ts";
import type { Decision, DecisionRules } from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { fingerprint } from "./fingerprint.ts";
import type { ManifestFile } from "./manifest.ts";
import type { ReleaseFile } from "./release.ts";

/**
 * Decides what happens to one target.
 * @param wanted the pack's file; undefined when the pack no longer has it
 * @param removing an uninstall was interrupted: what is missing was not deleted by the user
 * @returns undefined when neither the pack nor the manifest knows the target
 */
export function decideFile(
  situation: FileSituation,
  wanted: ReleaseFile | undefined,
  rules: DecisionRules,
  removing: boolean,
): Decision | undefined {
  const { entry, yours } = situation;
  if (wanted === undefined) return entry === undefined ? undefined : decideRetired(situation, entry, rules);
  if (entry === undefined || (removing && yours === undefined) || !isOurs(situation, entry))
    return decideNew(situation, wanted, rules);
  return decideInstalled(situation, entry, wanted, rules);
}

/** Whether a file of ours was ever put here: the manifest lists what an interrupted install had only planned, too. */
function isOurs({ yours, base }: FileSituation, { kept, base: known, pending }: ManifestFile): boolean {
  if (kept) return false;
  if (known !== undefined) return true;
  if (pending === undefined) return false;
  const isAt = (content: typeof base, hash: string): boolean => content !== undefined && fingerprint(content) === hash;
  return isAt(yours?.content, pending.result) || isAt(base, pending.base);
}
