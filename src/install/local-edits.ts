import { Failure } from "../core/failure.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import { contentOf } from "./content.ts";
import { situationOf } from "./file-situation.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Manifest, ManifestFile } from "./manifest.ts";
import type { Snapshot } from "./snapshot.ts";
import { type DiffLine, unifiedDiff } from "./unified-diff.ts";

export interface LocalEdit {
  readonly target: string;
  readonly lines: readonly DiffLine[];
}

/**
 * What the user changed in installed files, or deleted, against their pristine copies. Pure.
 * @param under a target or a directory of targets; undefined for all
 * @throws Failure install/not-a-file-of-ours
 */
export function localEdits(manifest: Manifest, snapshot: Snapshot, under: string | undefined): LocalEdit[] {
  const targets = [...manifest.files, ...manifest.settings].map(({ target }) => target);
  if (under !== undefined && under !== "" && !targets.some((target) => isUnder(target, under))) {
    throw new Failure("install/not-a-file-of-ours", `"${under}" is none of the installed files`, {
      status: 2,
      hint: didYouMean(under, targets) ?? `there are ${closedList(targets, 3)}`,
    });
  }
  const entries = manifest.files.filter(({ target, kept }) => !kept && isUnder(target, under));
  return entries.flatMap((entry) => {
    const lines = linesOf(entry, manifest, snapshot);
    return lines.length === 0 ? [] : [{ target: entry.target, lines }];
  });
}

/** Whether a target is the one meant, or lies in the directory that is; undefined means all. */
export function isUnder(target: string, under: string | undefined): boolean {
  return under === undefined || under === "" || target === under || target.startsWith(`${under}/`);
}

function linesOf(entry: ManifestFile, { state }: Manifest, snapshot: Snapshot): readonly DiffLine[] {
  const { target, yours, base } = situationOf(entry.target, entry, snapshot);
  const labels = { before: `base/${target}`, after: yours === undefined ? "/dev/null" : `yours/${target}` };
  // What an interrupted run has not written yet, or has taken away already, nobody deleted.
  const isMissing = yours === undefined && (state === "removing" || entry.pending !== undefined);
  if (isMissing || entry.base === undefined) return [];
  const now = yours === undefined ? undefined : fingerprint(yours.content);
  if (now !== undefined && (now === entry.base || now === entry.pending?.result)) return [];
  if (base !== undefined && fingerprint(base) === entry.base)
    return unifiedDiff(base, yours?.content ?? contentOf(""), labels);
  const what = yours === undefined ? "deleted" : "edited";
  return [{ kind: "note", text: `# ${target} was ${what}; there is no pristine copy of it to compare with` }];
}
