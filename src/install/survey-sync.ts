import type { DecisionRules } from "./decision.ts";
import type { Disk } from "./disk.ts";
import type { Manifest } from "./manifest.ts";
import { nextBackup } from "./next-backup.ts";
import type { Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import { pathsToSync, planSync } from "./plan-sync.ts";
import { readManifest } from "./read-manifest.ts";
import type { Release } from "./release.ts";
import type { Setting } from "./setting.ts";
import { readSnapshot } from "./snapshot.ts";

export interface SyncChoices {
  readonly onConflict?: DecisionRules["onConflict"];
  readonly restore?: boolean;
  /** On behalf of which command. */
  readonly command?: "install" | "update";
}

/** Looks at a place and plans what brings it to a release. Writes nothing. */
export async function surveySync(
  disk: Disk,
  place: Place,
  release: Release,
  settings: readonly Setting[],
  choices: SyncChoices,
): Promise<{ readonly plan: Plan; readonly manifest: Manifest | undefined }> {
  const manifest = await readManifest(disk, place, release.version, choices.command);
  const snapshot = await readSnapshot(disk, place, pathsToSync(release, settings, manifest), choices.command);
  // Only over an earlier install can there be anything to merge, and only a merge needs the parsers.
  const parses = manifest === undefined ? () => true : (await import("./still-parses.ts")).stillParses;
  const rules = {
    onConflict: choices.onConflict,
    restore: choices.restore === true,
    backup: nextBackup(disk, place),
    parses,
  };
  return { manifest, plan: await planSync({ release, settings, scope: place.scope, manifest, snapshot, rules }) };
}
