import { type Content, contentOf } from "./content.ts";

/** A file of the install. Fingerprints are those of `fingerprint.ts`. */
export interface ManifestFile {
  readonly target: string;
  /** Its path in the package. */
  readonly source: string;
  /** The pristine content it was last brought up to; absent as long as none ever was. */
  readonly base?: string;
  /** The version `base` is of, where it is not the manifest's. */
  readonly version?: string;
  /** The user's own file stands here: it is never touched. */
  readonly kept?: true;
  /** The same file stood here before the first install: uninstall leaves it. */
  readonly adopted?: true;
  /** Gone from the pack, but edited, so it stayed. */
  readonly retired?: true;
  /** Where the user's file lies that was replaced here. */
  readonly backup?: string;
  /** An update that could not be merged: the copy with both versions as it was written, what it wanted, what stood here. */
  readonly conflict?: { readonly copy: string; readonly next: string; readonly yours: string };
  /** What the install under way writes here; `from` is the target it moves. */
  readonly pending?: { readonly base: string; readonly result: string; readonly from?: string };
}

/** A configuration file of Codex that holds settings of ours. */
export interface ManifestSetting {
  readonly target: string;
  /** What of ours it holds: written and read by its `Setting` alone. */
  readonly record?: unknown;
  /** Something of the user's has the name of ours: it is never touched. */
  readonly kept?: true;
  /** Where the user's file lies from before something of that name was replaced. */
  readonly backup?: string;
  /** What the install under way puts in, and the file it makes of it. */
  readonly pending?: { readonly record: unknown; readonly result: string };
}

/** What an install owns: the record that update, status and uninstall go by. */
export interface Manifest {
  readonly format: 1;
  readonly version: string;
  readonly scope: "project" | "user";
  /** `installing` and `removing` are written before the first file is touched and replaced after the last. */
  readonly state: "complete" | "installing" | "removing";
  readonly files: readonly ManifestFile[];
  /** Directories outside .baton that did not exist before. */
  readonly directories: readonly string[];
  readonly settings: readonly ManifestSetting[];
}

/** The manifest as a file: stable, one field a line, so that a repository's history of it reads well. */
export function renderManifest(manifest: Manifest): Content {
  const { format, version, scope, state, files, directories, settings } = manifest;
  const ordered = {
    format,
    version,
    scope,
    state,
    files: files.map(inOrder),
    directories,
    settings: settings.map(({ target, record, kept, backup, pending }) => ({ target, record, kept, backup, pending })),
  };
  return contentOf(`${JSON.stringify(ordered, null, 2)}\n`);
}

/** The same fields in the same order, whichever way an entry came about. */
function inOrder(file: ManifestFile): ManifestFile {
  const { target, source, base, version, kept, adopted, retired, backup, conflict, pending } = file;
  return { target, source, base, version, kept, adopted, retired, backup, conflict, pending } as ManifestFile;
}

/** Finds an entry by its target. */
export function filesByTarget(manifest: Manifest | undefined): ReadonlyMap<string, ManifestFile> {
  return new Map(manifest?.files.map((file) => [file.target, file]));
}
