import { Failure } from "../core/failure.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import { situationOf } from "./file-situation.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Manifest } from "./manifest.ts";
import type { Snapshot } from "./snapshot.ts";
import { type DiffLine, unifiedDiff } from "./unified-diff.ts";

export interface LocalEdit {
  readonly target: string;
  readonly lines: readonly DiffLine[];
}

/**
 * What the user changed in installed files, against their pristine copies. Pure.
 * @param under a target or a directory of targets; undefined for all
 * @throws Failure install/not-a-file-of-ours
 */
export function localEdits(manifest: Manifest, snapshot: Snapshot, under: string | undefined): LocalEdit[] {
  const entries = manifest.files.filter(
    ({ target, kept }) => !kept && (under === undefined || target === under || target.startsWith(`${under}/`)),
  );
  if (under !== undefined && under !== "" && entries.length === 0) {
    const targets = manifest.files.map(({ target }) => target);
    throw new Failure("install/not-a-file-of-ours", `"${under}" is none of the installed files`, {
      status: 2,
      hint: didYouMean(under, targets) ?? `there are ${closedList(targets, 3)}`,
    });
  }
  return entries.flatMap((entry) => {
    const { target, yours, base } = situationOf(entry.target, entry, snapshot);
    if (yours === undefined || base === undefined || fingerprint(base) !== entry.base) return [];
    const lines = unifiedDiff(base, yours.content, { before: `base/${target}`, after: `yours/${target}` });
    return lines.length === 0 ? [] : [{ target, lines }];
  });
}
