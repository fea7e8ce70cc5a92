import type { Diagnostic } from "../core/diagnostic.ts";
import type { DecisionRules } from "./decision.ts";
import type { ManifestSetting } from "./manifest.ts";
import type { Action, Effect } from "./plan.ts";
import type { Setting, SettingEdit } from "./setting.ts";
import { backUpSetting, settingEffects } from "./setting-effects.ts";
import { type SettingSituation, settingText, settledRecord } from "./setting-situation.ts";

export interface SettingDecision {
  readonly action: Action;
  readonly effects: readonly Effect[];
  readonly entry: ManifestSetting | undefined;
  readonly findings: readonly Diagnostic[];
}

export interface SettingRules extends Pick<DecisionRules, "onConflict" | "restore" | "backup"> {
  /** An uninstall was interrupted: what is missing was not taken out by the user. */
  readonly removing: boolean;
}

/**
 * Decides on a configuration file.
 * @throws Failure install/config-… when it cannot be read: then nothing is installed
 */
export async function decideSetting(
  setting: Setting,
  situation: SettingSituation,
  rules: SettingRules,
): Promise<SettingDecision> {
  const { target, namesake } = setting;
  const { entry, found } = situation;
  const text = settingText(setting.file, found);
  const edit = await setting.plan(text, settledRecord(situation));
  const leave = (reason: string, kept = false): SettingDecision => ({
    ...decided(situation, edit, kept),
    action: { kind: "keep", target, reason },
  });
  if (edit.kept === "foreign") {
    if (rules.onConflict === "take") return takeSetting(setting, situation, rules);
    if (rules.onConflict === "keep" || entry?.kept) return leave(`${namesake}, left alone`, true);
    return blocked(setting, situation, rules);
  }
  const isEdited = edit.kept === "edited" || edit.additions !== undefined;
  if (isEdited && (rules.restore || rules.onConflict === "take")) return takeSetting(setting, situation, rules);
  if (edit.kept === "edited") return leave("your version of Baton's settings");
  if (edit.kept === undefined) return decided(situation, edit);
  if (rules.restore || rules.removing) return decided(situation, await setting.plan(text, undefined));
  return leave("you took Baton's settings out");
}

/** Puts ours in place of what the user has, after a backup of the file. */
async function takeSetting(
  setting: Setting,
  situation: SettingSituation,
  rules: SettingRules,
): Promise<SettingDecision> {
  const { target } = setting;
  const record = settledRecord(situation);
  const edit = await setting.take(settingText(setting.file, situation.found), record);
  const backup = backUpSetting(situation, rules.backup);
  const { entry, effects, findings } = decided(situation, edit);
  const reason = "Baton's settings put in place of yours, the file as it was is in the backup";
  return {
    action: { kind: "take", target, reason, beside: backup.path },
    effects: [...backup.effects, ...effects],
    // What stood here before Baton first came is what an uninstall gives back; later edits are only kept.
    entry: entry && { ...entry, ...(record === undefined ? { backup: backup.path } : {}) },
    findings,
  };
}

/** Stops the install. What holds two settings of one name is no text to merge. */
function blocked(
  { target, namesake }: Setting,
  { entry }: SettingSituation,
  { onConflict }: SettingRules,
): SettingDecision {
  const reason = `${namesake} stands in it${onConflict === "merge" ? ", which cannot be merged: keep or take it" : ""}`;
  return { action: { kind: "blocked", target, reason }, effects: [], entry, findings: [] };
}

function decided(situation: SettingSituation, edit: SettingEdit, kept = false): SettingDecision {
  const { target, entry, found } = situation;
  const effects = settingEffects(situation, edit);
  const known: ManifestSetting = {
    target,
    ...(edit.record === undefined ? {} : { record: edit.record }),
    ...(kept ? { kept } : {}),
    ...(entry?.backup === undefined ? {} : { backup: entry.backup }),
  };
  const kind = effects.length === 0 ? "current" : found === undefined ? "create" : "edit";
  const reasons = {
    current: "up to date",
    create: "made for Baton's settings",
    edit: "Baton's settings added, the rest as it is",
  };
  return {
    action: { kind, target, reason: reasons[kind] },
    effects,
    entry: edit.record === undefined && !kept ? undefined : known,
    findings: edit.findings ?? [],
  };
}
