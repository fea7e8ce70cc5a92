import type { Diagnostic } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { type Content, contentOf, textOf } from "./content.ts";
import { fingerprint } from "./fingerprint.ts";
import type { ManifestSetting } from "./manifest.ts";
import type { Action, Effect } from "./plan.ts";
import type { Setting, SettingEdit } from "./setting.ts";
import type { FoundFile } from "./snapshot.ts";

export interface SettingDecision {
  readonly action: Action;
  readonly effects: readonly Effect[];
  readonly entry: ManifestSetting | undefined;
  readonly findings: readonly Diagnostic[];
}

/**
 * Decides on a configuration file.
 * @param bringBack put in again what was taken out
 * @throws Failure install/config-… when it cannot be read: then nothing is installed
 */
export async function decideSetting(
  setting: Setting,
  entry: ManifestSetting | undefined,
  found: FoundFile | undefined,
  bringBack: boolean,
): Promise<SettingDecision> {
  const { target } = setting;
  const text = readText(target, found);
  const planned = await setting.plan(text, settledRecord(entry, found));
  const edit = bringBack && planned.kept === "deleted" ? await setting.plan(text, undefined) : planned;
  const effects = editEffects(target, edit, found);
  const rest = {
    effects,
    entry: edit.record === undefined ? undefined : { target, record: edit.record },
    findings: edit.findings ?? [],
  };
  if (edit.kept !== undefined) {
    const reason = edit.kept === "edited" ? "your version of Baton's settings" : "you took Baton's settings out";
    return { action: { kind: "keep", target, reason }, ...rest };
  }
  if (effects.length === 0) return { action: { kind: "current", target, reason: "up to date" }, ...rest };
  const reason = found === undefined ? "made for Baton's settings" : "Baton's settings added, the rest as it is";
  return { action: { kind: found === undefined ? "create" : "edit", target, reason }, ...rest };
}

/** Decides how a configuration file is left at an uninstall. One that cannot be read stays, with the reason. */
export async function decideSettingRemoval(
  setting: Setting,
  entry: ManifestSetting,
  found: FoundFile | undefined,
): Promise<SettingDecision> {
  const { target } = setting;
  const keep = (reason: string): SettingDecision => ({
    action: { kind: "keep", target, reason },
    effects: [],
    entry: undefined,
    findings: [],
  });
  const record = settledRecord(entry, found) ?? entry.pending?.record ?? undefined;
  if (record === undefined)
    return { ...keep("not Baton's"), action: { kind: "current", target, reason: "not edited" } };
  let edit: SettingEdit;
  try {
    edit = await setting.remove(readText(target, found), record);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return keep(`it cannot be read (${error.message}): take Baton's settings out by hand`);
  }
  const effects = editEffects(target, edit, found);
  if (edit.kept !== undefined) return keep("you edited Baton's settings in it: take them out by hand");
  const kind = effects.length === 0 ? "current" : edit.after === undefined ? "delete" : "edit";
  return { action: { kind, target, reason: "Baton's settings taken out" }, effects, entry: undefined, findings: [] };
}

/** What the file holds of ours as far as the last run got: what was under way counts only once it stands there. */
function settledRecord(entry: ManifestSetting | undefined, found: FoundFile | undefined): unknown {
  const { pending } = entry ?? {};
  const done = pending !== undefined && found !== undefined && fingerprint(found.content) === pending.result;
  return (done ? pending.record : entry?.record) ?? undefined;
}

function readText(target: string, found: FoundFile | undefined): string | undefined {
  if (found === undefined) return undefined;
  const text = textOf(found.content);
  if (text !== undefined) return text;
  const hint = "save it as UTF-8, then run the command again";
  throw new Failure("install/config-unreadable", "it is not UTF-8", { where: { file: target }, hint });
}

function editEffects(path: string, edit: SettingEdit, found: FoundFile | undefined): Effect[] {
  const content: Content | undefined = edit.after === undefined ? undefined : contentOf(edit.after);
  if (content === found?.content) return [];
  if (content !== undefined)
    return [{ do: "write", stage: "target", path, content, over: found?.content, mode: found?.mode }];
  return found === undefined ? [] : [{ do: "remove", stage: "target", path, over: found.content }];
}
