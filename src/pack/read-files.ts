import type { Diagnostic } from "../core/diagnostic.ts";
import type { Unread } from "./pack.ts";
import type { PackReader } from "./pack-reader.ts";
import { makeSource, type Source } from "./source.ts";

/** How many files one run reads. */
export const fileCountLimit = 5_000;

/** Reads a pack's files and remembers every text, every finding of a parser, and what could not be read. */
export class ReadFiles {
  readonly sources = new Map<string, string>();
  readonly findings: Diagnostic[] = [];
  readonly unread: Unread[] = [];
  readonly reader: PackReader;

  constructor(reader: PackReader) {
    this.reader = reader;
  }

  /** The file's text; undefined, and remembered, when it cannot be read. */
  read(path: string): Source | undefined {
    const file = this.reader.show(path);
    const known = this.sources.get(file);
    if (known !== undefined) return makeSource(file, known);
    if (this.sources.size >= fileCountLimit) {
      if (!this.unread.some((one) => one.kind === "too-many"))
        this.unread.push({ kind: "too-many", path, file, detail: `more than ${fileCountLimit} files` });
      return undefined;
    }
    const read = this.reader.read(path);
    if ("problem" in read) {
      this.unread.push({ kind: read.problem, path, file, detail: read.detail });
      return undefined;
    }
    this.sources.set(file, read.text);
    return makeSource(file, read.text);
  }

  /** The file's text if there is such a file. */
  readIfThere(path: string): Source | undefined {
    const kind = this.reader.kindOf(path);
    if (kind === "outside")
      this.unread.push({ kind: "symlink-outside", path, file: this.reader.show(path), detail: "it is a link" });
    return kind === "file" ? this.read(path) : undefined;
  }
}
