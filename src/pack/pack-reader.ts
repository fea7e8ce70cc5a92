/** One name in a directory. */
export interface Entry {
  readonly name: string;
  readonly kind: "file" | "directory" | "other";
  /** Set for a symbolic link. `inside`: it leads to a place within what is read; its kind is then that of the place. */
  readonly link?: "inside" | "outside" | "broken";
}

export type ReadProblem = "not-utf8" | "unreadable" | "too-large";

export type Read = { readonly text: string } | { readonly problem: ReadProblem; readonly detail: string };

/**
 * A directory tree, as far as lint may look into it. Paths are relative to its root, with `/`; "" is the root. Nothing
 * outside the root is ever opened, whatever links lead there, and nothing throws.
 */
export interface PackReader {
  /** The root directory's own name. */
  readonly rootName: string;
  /** The name findings give a path. */
  readonly show: (path: string) => string;
  /** Sorted by name; empty for what cannot be listed. */
  readonly list: (path: string) => readonly Entry[];
  readonly read: (path: string) => Read;
  /** What is at a path, letter case as written: `outside` when links on the way lead out, undefined when there is nothing. */
  readonly kindOf: (path: string) => "file" | "directory" | "outside" | undefined;
  /** The path without links, to see that two paths are one place. */
  readonly resolve: (path: string) => string;
}
