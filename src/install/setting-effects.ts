import { type Content, contentOf } from "./content.ts";
import { backupPath } from "./layout.ts";
import type { Effect, WriteEffect } from "./plan.ts";
import type { SettingEdit } from "./setting.ts";
import type { SettingSituation } from "./setting-situation.ts";

/** What brings a configuration file to where an edit leaves it; nothing when it is there. */
export function settingEffects({ target: path, found }: SettingSituation, { after }: SettingEdit): readonly Effect[] {
  const content: Content | undefined = after === undefined ? undefined : contentOf(after);
  if (content === found?.content) return [];
  if (content !== undefined)
    return [{ do: "write", stage: "target", path, content, over: found?.content, mode: found?.mode }];
  return found === undefined ? [] : [{ do: "remove", stage: "target", path, over: found.content }];
}

/** Where a configuration file is kept as it stands, and what puts it there. */
export function backUpSetting(
  { target, entry, found, backup }: SettingSituation,
  number: number,
): { readonly path: string; readonly effects: readonly WriteEffect[] } {
  // An interrupted run may have got as far as the backup, or as its entry in the manifest.
  const saved = backup !== undefined && backup.content === found?.content;
  const begun = entry?.backup !== undefined && (saved || backup === undefined);
  const path = begun ? entry.backup : backupPath(number, target);
  if (saved || found === undefined) return { path, effects: [] };
  const { content, mode } = found;
  return { path, effects: [{ do: "write", stage: "backup", path, content, over: undefined, mode }] };
}
