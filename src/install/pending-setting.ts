import type { SettingDecision } from "./decide-setting.ts";
import { fingerprint } from "./fingerprint.ts";
import type { ManifestSetting } from "./manifest.ts";

/** A configuration file's entry while it is being edited: what it holds of ours, and what it is going to. */
export function pendingSetting(
  before: ManifestSetting | undefined,
  { action, effects, entry }: SettingDecision,
): ManifestSetting | undefined {
  const effect = effects.find(({ stage }) => stage === "target");
  if (effect?.do !== "write") return entry ?? before;
  return {
    target: action.target,
    ...(before?.record === undefined ? {} : { record: before.record }),
    ...(entry?.kept ? { kept: true } : {}),
    ...(entry?.backup === undefined ? {} : { backup: entry.backup }),
    pending: { record: entry?.record ?? null, result: fingerprint(effect.content) },
  };
}
