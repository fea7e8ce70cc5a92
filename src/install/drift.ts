import { Failure } from "../core/failure.ts";
import { textOf } from "./content.ts";
import { pathsAbout, situationOf } from "./file-situation.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Manifest, ManifestFile, ManifestSetting } from "./manifest.ts";
import { isMergeable } from "./release.ts";
import type { Setting } from "./setting.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * How a target differs from what was installed. `no-base`: edited or not, its pristine copy is gone or changed, so the
 * next change of it cannot be merged. `yours`: a file of the user's that the install left alone. `unreadable`: a
 * configuration file that does not parse.
 */
export type DriftKind = "edited" | "deleted" | "conflict" | "retired" | "no-base" | "yours" | "unreadable";

export interface Drift {
  readonly target: string;
  readonly kind: DriftKind;
}

/** Every path that `findDrift` asks the snapshot for. */
export function pathsOfDrift(manifest: Manifest): string[] {
  return [
    ...manifest.files.flatMap((entry) => pathsAbout(entry.target, entry)),
    ...manifest.settings.map(({ target }) => target),
  ];
}

/** Everything in a place that is not as it was installed. Pure. */
export async function findDrift(
  manifest: Manifest,
  settings: readonly Setting[],
  snapshot: Snapshot,
): Promise<Drift[]> {
  const files = manifest.files.flatMap((entry) => {
    const kind = driftOf(entry, snapshot);
    return kind === undefined ? [] : [{ target: entry.target, kind }];
  });
  const edits = await Promise.all(
    settings.map(async (setting) => {
      const entry = manifest.settings.find((one) => one.target === setting.target);
      const kind = entry === undefined ? undefined : await settingDrift(setting, entry, snapshot);
      return kind === undefined ? [] : [{ target: setting.target, kind }];
    }),
  );
  return [...files, ...edits.flat()];
}

async function settingDrift(
  { target, plan }: Setting,
  { record, kept }: ManifestSetting,
  snapshot: Snapshot,
): Promise<DriftKind | undefined> {
  if (kept) return "yours";
  if (record === undefined) return undefined;
  const found = snapshot.files.get(target)?.content;
  const text = found === undefined ? undefined : textOf(found);
  if (found !== undefined && text === undefined) return "unreadable";
  try {
    const { kept: why, additions } = await plan(text, record);
    if (why === "deleted") return why;
    return why !== undefined || additions !== undefined ? "edited" : undefined;
  } catch (error) {
    if (error instanceof Failure) return "unreadable";
    throw error;
  }
}

function driftOf(entry: ManifestFile, snapshot: Snapshot): DriftKind | undefined {
  const { target, yours, base } = situationOf(entry.target, entry, snapshot);
  if (entry.conflict !== undefined) return "conflict";
  if (entry.kept) return "yours";
  if (yours === undefined) return "deleted";
  if (entry.retired) return "retired";
  if (entry.base === undefined) return undefined;
  if (isMergeable(target) && (base === undefined || fingerprint(base) !== entry.base)) return "no-base";
  return fingerprint(yours.content) === entry.base ? undefined : "edited";
}
