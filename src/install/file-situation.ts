import type { Content } from "./content.ts";
import { basePath, conflictPath } from "./layout.ts";
import type { ManifestFile } from "./manifest.ts";
import type { FoundFile, Snapshot } from "./snapshot.ts";

/** Everything known about one target before it is decided on. */
export interface FileSituation {
  readonly target: string;
  readonly entry: ManifestFile | undefined;
  /** What stands at the target. */
  readonly yours: FoundFile | undefined;
  /** The pristine copy beside it. */
  readonly base: Content | undefined;
  /** A copy with both versions that lies there from an earlier conflict. */
  readonly copy: Content | undefined;
  /** What lies at the entry's backup. */
  readonly backup: FoundFile | undefined;
}

/** Every path that `situationOf` asks a snapshot for. */
export function pathsAbout(target: string, entry: ManifestFile | undefined): string[] {
  return [target, basePath(target), conflictPath(target), ...(entry?.backup === undefined ? [] : [entry.backup])];
}

/** Gathers what a snapshot and the manifest know about a target. */
export function situationOf(target: string, entry: ManifestFile | undefined, { files }: Snapshot): FileSituation {
  return {
    target,
    entry,
    yours: files.get(target),
    base: files.get(basePath(target))?.content,
    copy: files.get(conflictPath(target))?.content,
    backup: entry?.backup === undefined ? undefined : files.get(entry.backup),
  };
}
