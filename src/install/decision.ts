import type { Content } from "./content.ts";
import { fingerprint } from "./fingerprint.ts";
import { basePath } from "./layout.ts";
import { lineEndOf, withLineEnd } from "./line-ends.ts";
import type { ManifestFile } from "./manifest.ts";
import type { Action, CopyEffect, Effect, WriteEffect } from "./plan.ts";
import { isMergeable, type ReleaseFile } from "./release.ts";
import type { FoundFile } from "./snapshot.ts";

/** What holds for all targets of one run. */
export interface DecisionRules {
  /** The version the manifest is of, and the one being installed. */
  readonly installed: string;
  readonly next: string;
  /** What to do where a file of the user's stands in the way; undefined stops the install. */
  readonly onConflict: "keep" | "take" | "merge" | undefined;
  /** Bring back what the user deleted. */
  readonly restore: boolean;
  /** Number of this run's backups. */
  readonly backup: number;
  /** Whether a merged file can still be read as what it is. */
  readonly parses: (target: string, content: Content) => boolean;
}

/** What is to happen to one target. */
export interface Decision {
  readonly action: Action;
  readonly effects: readonly Effect[];
  /** Its entry in the manifest afterwards; undefined when it has none. */
  readonly entry: ManifestFile | undefined;
}

/** Writes a target, keeping permissions and line ends of what stood there. */
export function writeTarget(target: string, file: ReleaseFile, over: FoundFile | undefined): WriteEffect | CopyEffect {
  if (over === undefined && file.copyOf !== undefined && !file.executable) {
    const { path: from, size } = file.copyOf;
    return { do: "copy", stage: "target", path: target, from, size, over };
  }
  const content = over === undefined ? file.content : withLineEnd(file.content, lineEndOf(over.content));
  return writeOver(target, content, over, file.executable);
}

/** Writes the given bytes to a target, keeping permissions. */
export function writeOver(
  target: string,
  content: Content,
  over: FoundFile | undefined,
  executable: boolean,
): WriteEffect {
  const fresh = executable ? 0o755 : undefined;
  const kept = executable ? 0o111 : 0;
  const mode = over === undefined ? fresh : over.mode | kept;
  return { do: "write", stage: "target", path: target, content, over: over?.content, mode };
}

/** Brings the pristine copy to the new version; nothing when it is there already. */
export function writeBase(target: string, file: ReleaseFile, found: Content | undefined): readonly Effect[] {
  if (!isMergeable(target)) return [];
  const { content } = file;
  if (found !== undefined && fingerprint(found) === fingerprint(content)) return [];
  return [{ do: "write", stage: "record", path: basePath(target), content, over: found, mode: undefined }];
}

/** Removes a record (a pristine copy, a conflict's copy, a backup) where there is one. */
export function removeRecord(path: string, found: Content | undefined): readonly Effect[] {
  return found === undefined ? [] : [{ do: "remove", stage: "record", path, over: found }];
}

/** The entry of a file that is now at the pack's version. */
export function entryAt(file: ReleaseFile, before: ManifestFile | undefined): ManifestFile {
  return {
    target: file.target,
    source: file.source,
    base: file.copyOf?.fingerprint ?? fingerprint(file.content),
    ...(before?.adopted === true ? { adopted: true } : {}),
    ...(before?.backup === undefined ? {} : { backup: before.backup }),
  };
}

/** The entry of a file that stays behind the pack's version. Whatever an interrupted run had under way with it is over. */
export function entryBehind(entry: ManifestFile, base: Content | undefined, rules: DecisionRules): ManifestFile {
  const { pending, conflict: _over, version, ...rest } = entry;
  const reached = pending !== undefined && base !== undefined && fingerprint(base) === pending.base;
  const of = reached ? rules.installed : (version ?? rules.installed);
  return {
    ...rest,
    ...(reached ? { base: pending.base } : {}),
    ...(of === rules.next ? {} : { version: of }),
  };
}
