import { decideRemoval } from "./decide-removal.ts";
import { decideSettingRemoval } from "./decide-setting-removal.ts";
import { removeRecord } from "./decision.ts";
import { pathsAbout, situationOf } from "./file-situation.ts";
import { layout } from "./layout.ts";
import type { Manifest } from "./manifest.ts";
import type { Plan } from "./plan.ts";
import { emptiedDirectories, missingDirectories } from "./plan-directories.ts";
import type { Setting } from "./setting.ts";
import { pathsAboutSettings, settingSituationOf } from "./setting-situation.ts";
import type { Snapshot } from "./snapshot.ts";

/** Every path that `planUninstall` asks the snapshot for. */
export function pathsToUninstall(manifest: Manifest): string[] {
  return [
    ...manifest.files.flatMap((entry) => pathsAbout(entry.target, entry)),
    ...pathsAboutSettings(manifest),
    layout.baseCopies,
  ];
}

/**
 * Plans what takes an install away again and leaves everything that is not Baton's as it is. Pure.
 * @param backup number of this run's backups
 */
export async function planUninstall(
  manifest: Manifest,
  settings: readonly Setting[],
  snapshot: Snapshot,
  backup: number,
): Promise<Plan> {
  const files = manifest.files.map((entry) => decideRemoval(situationOf(entry.target, entry, snapshot), entry));
  const edits = await Promise.all(
    manifest.settings.map((entry) => {
      const setting = settings.find(({ target }) => target === entry.target);
      return setting === undefined
        ? []
        : decideSettingRemoval(setting, settingSituationOf(entry.target, manifest, snapshot), backup);
    }),
  );
  const decisions = [...files, ...edits.flat()];
  const copies = removeRecord(layout.baseCopies, snapshot.files.get(layout.baseCopies)?.content);
  const effects = [...decisions.flatMap((decision) => decision.effects), ...copies];
  return {
    actions: decisions.map(({ action }) => action),
    findings: [],
    effects,
    makes: missingDirectories(effects, snapshot),
    leaves: emptiedDirectories(pathsToUninstall(manifest), [], manifest.directories, snapshot),
    pending: { ...manifest, state: "removing" },
    final: undefined,
  };
}
