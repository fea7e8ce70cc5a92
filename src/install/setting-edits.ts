import { Failure } from "../core/failure.ts";
import { contentOf } from "./content.ts";
import { isUnder, type LocalEdit } from "./local-edits.ts";
import type { Manifest } from "./manifest.ts";
import type { Setting } from "./setting.ts";
import { type SettingSituation, settingSituationOf, settingText, settledRecord } from "./setting-situation.ts";
import type { Snapshot } from "./snapshot.ts";
import { type DiffLine, unifiedDiff } from "./unified-diff.ts";

/** What the user changed of Baton's settings, against the same files with those as they are to be. Pure. */
export async function settingEdits(
  manifest: Manifest,
  settings: readonly Setting[],
  snapshot: Snapshot,
  under: string | undefined,
): Promise<LocalEdit[]> {
  const edits = await Promise.all(
    settings.map(async (setting): Promise<LocalEdit[]> => {
      const { target } = setting;
      if (manifest.state !== "complete" || !isUnder(target, under)) return [];
      const lines = await linesOf(setting, settingSituationOf(target, manifest, snapshot));
      return lines.length === 0 ? [] : [{ target, lines }];
    }),
  );
  return edits.flat();
}

async function linesOf(setting: Setting, situation: SettingSituation): Promise<readonly DiffLine[]> {
  const { target, entry, found } = situation;
  const record = settledRecord(situation);
  if (entry?.kept || record === undefined) return [];
  try {
    const text = settingText(setting.file, found);
    const { kept, additions } = await setting.plan(text, record);
    if (kept === undefined && additions === undefined) return [];
    const { after = "" } = await setting.take(text, record);
    const labels = { before: `base/${target}`, after: text === undefined ? "/dev/null" : `yours/${target}` };
    return unifiedDiff(contentOf(after), contentOf(text ?? ""), labels);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ kind: "note", text: `# ${target} cannot be compared: ${error.message}` }];
  }
}
