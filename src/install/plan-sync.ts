import { decideSetting } from "./decide-setting.ts";
import type { DecisionRules } from "./decision.ts";
import { pathsAbout } from "./file-situation.ts";
import { foldBaseCopies } from "./fold-base-copies.ts";
import { basePath, conflictPath } from "./layout.ts";
import { type Manifest, type ManifestFile, renderManifest } from "./manifest.ts";
import { pendingSetting } from "./pending-setting.ts";
import type { Plan } from "./plan.ts";
import { emptiedDirectories, missingDirectories } from "./plan-directories.ts";
import { planFiles } from "./plan-files.ts";
import type { Release } from "./release.ts";
import type { Setting } from "./setting.ts";
import { pathsAboutSettings, settingSituationOf } from "./setting-situation.ts";
import type { Snapshot } from "./snapshot.ts";

export interface SyncRequest {
  readonly release: Release;
  readonly settings: readonly Setting[];
  readonly scope: Manifest["scope"];
  /** What was installed before. */
  readonly manifest: Manifest | undefined;
  readonly snapshot: Snapshot;
  readonly rules: Pick<DecisionRules, "onConflict" | "restore" | "backup" | "parses">;
}

/** Every path that `planSync` asks the snapshot for. */
export function pathsToSync(release: Release, settings: readonly Setting[], manifest: Manifest | undefined): string[] {
  const entries = manifest?.files ?? [];
  return [
    ...release.files.flatMap(({ target }) => pathsAbout(target, undefined)),
    ...entries.flatMap((entry) => pathsAbout(entry.target, entry)),
    ...settings.map(({ target }) => target),
    ...pathsAboutSettings(manifest),
  ];
}

/**
 * Plans what brings a place to a release: a first install, an update, the rest of an interrupted one. Pure.
 * @throws Failure install/config-…
 */
export async function planSync(request: SyncRequest): Promise<Plan> {
  const { release, manifest, snapshot, scope } = request;
  const { version } = release;
  const files = planFiles(release, manifest, snapshot, {
    ...request.rules,
    installed: manifest?.version ?? version,
    next: version,
  });
  const rules = { ...request.rules, removing: manifest?.state === "removing" };
  const settings = await Promise.all(
    request.settings.map(async (setting) => {
      const situation = settingSituationOf(setting.target, manifest, snapshot);
      const decision = await decideSetting(setting, situation, rules);
      return { decision, pending: pendingSetting(situation.entry, decision) };
    }),
  );
  const named = new Set(request.settings.map(({ target }) => target));
  const others = (manifest?.settings ?? []).filter(({ target }) => !named.has(target));
  const decisions = [...files.decisions, ...settings.map(({ decision }) => decision)];
  const effects = foldBaseCopies(
    decisions.flatMap((decision) => decision.effects),
    snapshot,
  );
  const makes = missingDirectories(effects, snapshot);
  const known = (manifest?.directories ?? []).filter((directory) => snapshot.directories.has(directory));
  const made = makes.filter((directory) => !directory.startsWith(".baton"));
  const directories = [...new Set([...known, ...made])].sort();
  const common = { format: 1, version, scope } as const;
  const entries = files.decisions.flatMap(({ entry }) => entry ?? []);
  const leaves = emptiedDirectories(pathsBefore(manifest), pathsAfter(entries), known, snapshot);
  const final: Manifest = {
    ...common,
    state: "complete",
    files: entries,
    directories: directories.filter((directory) => !leaves.includes(directory)),
    settings: [...settings.flatMap(({ decision }) => decision.entry ?? []), ...others],
  };
  const pending: Manifest = {
    ...common,
    state: "installing",
    files: files.pending,
    directories,
    settings: [...settings.flatMap((one) => one.pending ?? []), ...others],
  };
  const idle = effects.length === 0 && manifest !== undefined && renderManifest(manifest) === renderManifest(final);
  return {
    actions: decisions.map(({ action }) => action),
    findings: settings.flatMap(({ decision }) => decision.findings),
    effects,
    makes,
    leaves,
    pending: idle ? undefined : pending,
    final,
  };
}

function pathsBefore(manifest: Manifest | undefined): string[] {
  return (manifest?.files ?? []).flatMap((entry) => pathsAbout(entry.target, entry));
}

function pathsAfter(entries: readonly ManifestFile[]): string[] {
  return entries.flatMap(({ target, base, conflict, backup }) => [
    target,
    ...(base === undefined ? [] : [basePath(target)]),
    ...(conflict === undefined ? [] : [conflictPath(target)]),
    ...(backup === undefined ? [] : [backup]),
  ]);
}
