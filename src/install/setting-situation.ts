import { Failure } from "../core/failure.ts";
import { textOf } from "./content.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Manifest, ManifestSetting } from "./manifest.ts";
import type { FoundFile, Snapshot } from "./snapshot.ts";

/** Everything known about a configuration file before it is decided on. */
export interface SettingSituation {
  readonly target: string;
  readonly entry: ManifestSetting | undefined;
  readonly found: FoundFile | undefined;
  /** What lies at the entry's backup. */
  readonly backup: FoundFile | undefined;
}

/** Every path that `settingSituationOf` asks a snapshot for, for the settings a manifest knows. */
export function pathsAboutSettings(manifest: Manifest | undefined): string[] {
  return (manifest?.settings ?? []).flatMap(({ target, backup }) => [
    target,
    ...(backup === undefined ? [] : [backup]),
  ]);
}

/** Gathers what a snapshot and the manifest know about a configuration file. */
export function settingSituationOf(
  target: string,
  manifest: Manifest | undefined,
  { files }: Snapshot,
): SettingSituation {
  const entry = manifest?.settings.find((one) => one.target === target);
  const backup = entry?.backup === undefined ? undefined : files.get(entry.backup);
  return { target, entry, found: files.get(target), backup };
}

/** What the file holds of ours as far as the last run got: what was under way counts only once it stands there. */
export function settledRecord({ entry, found }: SettingSituation): unknown {
  const { pending } = entry ?? {};
  const done = pending !== undefined && found !== undefined && fingerprint(found.content) === pending.result;
  return (done ? pending.record : entry?.record) ?? undefined;
}

/**
 * The file's text; undefined when there is no file.
 * @param file how a failure names it
 * @throws Failure install/config-unreadable
 */
export function settingText(file: string, found: FoundFile | undefined): string | undefined {
  if (found === undefined) return undefined;
  const text = textOf(found.content);
  if (text !== undefined) return text;
  const hint = "save it as UTF-8, then run the command again";
  throw new Failure("install/config-unreadable", "it is not UTF-8", { where: { file }, hint });
}
