import type { Content } from "./content.ts";

/** One file as it is to be installed. */
export interface ReleaseFile {
  readonly target: string;
  /** Its path in the package, or what it was made from. */
  readonly source: string;
  /** With LF line ends. Of a file that can be copied, it is read when it is asked for. */
  readonly content: Content;
  /** A program: its executable bits are set. */
  readonly executable: boolean;
  /** A file that holds the same bytes: nobody has to read it only to put it where nothing stands. */
  readonly copyOf?: FileCopied;
}

export interface FileCopied {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly fingerprint: string;
}

/** What a version of Baton installs: the pack as it lies at its targets, sorted by them. */
export interface Release {
  readonly version: string;
  readonly files: readonly ReleaseFile[];
}

/** Whether a target has a pristine copy beside it, which edits are merged over: all but the program itself. */
export function isMergeable(target: string): boolean {
  return !target.startsWith(".baton/bin/");
}
