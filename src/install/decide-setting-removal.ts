import { Failure } from "../core/failure.ts";
import type { SettingDecision } from "./decide-setting.ts";
import { removeRecord } from "./decision.ts";
import type { Action, Effect } from "./plan.ts";
import type { Setting, SettingEdit } from "./setting.ts";
import { backUpSetting, settingEffects } from "./setting-effects.ts";
import { type SettingSituation, settingText, settledRecord } from "./setting-situation.ts";

/**
 * Decides how a configuration file is left at an uninstall. One that cannot be read stays, with the reason.
 * @param number of this run's backups
 */
export async function decideSettingRemoval(
  setting: Setting,
  situation: SettingSituation,
  number: number,
): Promise<SettingDecision> {
  const { target, namesake } = setting;
  const { entry, found, backup } = situation;
  const decide = (
    kind: Action["kind"],
    reason: string,
    effects: readonly Effect[] = [],
    beside?: string,
  ): SettingDecision => ({
    action: { kind, target, reason, ...(beside === undefined ? {} : { beside }) },
    effects,
    entry: undefined,
    findings: [],
  });
  const record = settledRecord(situation) ?? entry?.pending?.record ?? undefined;
  if (record === undefined) return decide("current", entry?.kept ? `${namesake}, left alone` : "not edited");
  let edit: SettingEdit;
  try {
    if (backup !== undefined && found !== undefined && (await isUntouched(setting, situation))) {
      const { content, mode } = backup;
      const write: Effect = { do: "write", stage: "target", path: target, content, over: found.content, mode };
      const writes = content === found.content ? [] : [write];
      const dropped = removeRecord(entry?.backup ?? "", content);
      return decide("restore", "your file is put back from its backup", [...writes, ...dropped]);
    }
    edit = await setting.remove(settingText(setting.file, found), record);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return decide("keep", `it cannot be read (${error.message}): take Baton's settings out by hand`);
  }
  const effects = settingEffects(situation, edit);
  if (edit.kept !== undefined) {
    const why = entry?.kept ? `${namesake}, left alone` : "you edited Baton's settings in it: take them out by hand";
    return decide("keep", why, effects);
  }
  const kind = effects.length === 0 ? "current" : edit.after === undefined ? "delete" : "edit";
  if (edit.additions === "values") {
    const saved = backUpSetting({ ...situation, entry: undefined, backup: undefined }, number);
    const reason = "Baton's settings taken out, with what you changed among them: the file as it was is in the backup";
    return decide(kind, reason, [...saved.effects, ...effects], saved.path);
  }
  const comments = edit.additions === "comments" ? "; your comments among them stay" : "";
  return decide(kind, `Baton's settings taken out${comments}`, effects);
}

/** Whether the file is its backup, or just what putting our settings into that makes of it. */
async function isUntouched(setting: Setting, { found, backup }: SettingSituation): Promise<boolean> {
  if (found?.content === backup?.content) return true;
  const { after } = await setting.take(settingText(setting.file, backup), undefined);
  return after === settingText(setting.file, found);
}
