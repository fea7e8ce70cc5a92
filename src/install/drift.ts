import { Failure } from "../core/failure.ts";
import { pathsAbout, situationOf } from "./file-situation.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Manifest, ManifestFile, ManifestSetting } from "./manifest.ts";
import { isMergeable } from "./release.ts";
import type { Setting } from "./setting.ts";
import { type SettingSituation, settingSituationOf, settingText } from "./setting-situation.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * How a target differs from what was installed. `no-base`: edited or not, its pristine copy is gone or changed, so the
 * next change of it cannot be merged. `yours`: a file of the user's that the install left alone. `unreadable`: a
 * configuration file that does not parse. `unwritten` and `removed`: how far an interrupted install or uninstall got, which
 * is nobody's edit.
 */
export type DriftKind =
  | "edited"
  | "deleted"
  | "conflict"
  | "retired"
  | "no-base"
  | "yours"
  | "unreadable"
  | "unwritten"
  | "removed";

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
    const kind = driftOf(entry, snapshot, manifest.state);
    return kind === undefined ? [] : [{ target: entry.target, kind }];
  });
  const edits = await Promise.all(
    settings.map(async (setting) => {
      const entry = manifest.settings.find((one) => one.target === setting.target);
      const situation = settingSituationOf(setting.target, manifest, snapshot);
      const kind = entry === undefined ? undefined : await settingDrift(setting, entry, situation, manifest.state);
      return kind === undefined ? [] : [{ target: setting.target, kind }];
    }),
  );
  return [...files, ...edits.flat()];
}

async function settingDrift(
  { file, plan }: Setting,
  { record, kept, pending }: ManifestSetting,
  { found }: SettingSituation,
  state: Manifest["state"],
): Promise<DriftKind | undefined> {
  if (kept) return "yours";
  const isDone = found !== undefined && fingerprint(found.content) === pending?.result;
  if (pending !== undefined && !isDone) return state === "removing" ? "removed" : "unwritten";
  const here = isDone ? pending?.record : record;
  if (here === undefined || here === null) return undefined;
  try {
    const { kept: why, additions } = await plan(settingText(file, found), here);
    if (why === "deleted") return state === "removing" ? "removed" : why;
    return why !== undefined || additions !== undefined ? "edited" : undefined;
  } catch (error) {
    if (error instanceof Failure) return "unreadable";
    throw error;
  }
}

function driftOf(entry: ManifestFile, snapshot: Snapshot, state: Manifest["state"]): DriftKind | undefined {
  const { target, yours, base } = situationOf(entry.target, entry, snapshot);
  const { pending } = entry;
  if (entry.conflict !== undefined) return "conflict";
  if (entry.kept) return "yours";
  if (yours === undefined && state === "removing") return "removed";
  if (yours === undefined) return pending === undefined ? "deleted" : "unwritten";
  if (entry.retired) return "retired";
  const now = fingerprint(yours.content);
  if (now === pending?.result) return undefined;
  if (pending !== undefined && (entry.base === undefined || now === entry.base)) return "unwritten";
  if (entry.base === undefined) return undefined;
  const known = base === undefined ? undefined : fingerprint(base);
  // An uninstall may have taken the copies away already.
  const isLost = known === undefined || (known !== entry.base && known !== pending?.base);
  if (isLost && isMergeable(target) && state !== "removing") return "no-base";
  return now === entry.base ? undefined : "edited";
}
