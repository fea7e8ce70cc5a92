import type { Intent } from "./carry-out.ts";
import type { Disk } from "./disk.ts";
import type { Manifest } from "./manifest.ts";
import { nextBackup } from "./next-backup.ts";
import type { Place } from "./place.ts";
import { pathsToUninstall, planUninstall } from "./plan-uninstall.ts";
import { readManifest } from "./read-manifest.ts";
import type { Setting } from "./setting.ts";
import { readSnapshot } from "./snapshot.ts";

/** Looks at a place and plans what takes the install away; there is nothing to do where there is none. Writes nothing. */
export async function surveyUninstall(
  disk: Disk,
  place: Place,
  version: string,
  settings: readonly Setting[],
): Promise<Intent> {
  const manifest: Manifest | undefined = await readManifest(disk, place, version);
  if (manifest === undefined) {
    const plan = {
      actions: [],
      findings: [],
      effects: [],
      makes: [],
      leaves: [],
      pending: undefined,
      final: undefined,
    };
    return { manifest, plan };
  }
  const snapshot = await readSnapshot(disk, place, pathsToUninstall(manifest));
  return { manifest, plan: await planUninstall(manifest, settings, snapshot, nextBackup(disk, place)) };
}
