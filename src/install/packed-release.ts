import { type Content, contentOf, shownText } from "./content.ts";
import { fingerprint, knowFingerprint } from "./fingerprint.ts";
import { layout } from "./layout.ts";
import type { Release, ReleaseFile } from "./release.ts";

interface Head {
  /** Ties this file to the program it was built with. */
  readonly stamp: string;
  readonly files: readonly Packed[];
  /** What the installer makes of its own in an empty repository. */
  readonly made: readonly Pick<Packed, "length" | "fingerprint">[];
}

interface Packed extends Omit<ReleaseFile, "content"> {
  readonly length: number;
  readonly fingerprint: string;
}

/**
 * A release in one file, which the build lays beside the program: a line of JSON about it, then every content one behind
 * the other, but for the program's. Reading it, an install opens one file instead of eighty and takes no fingerprint.
 * @param made what the installer makes of its own in an empty repository
 */
export function renderPackedRelease(stamp: string, { files }: Release, made: readonly Content[]): Content {
  const about = (content: Content): Pick<Packed, "length" | "fingerprint"> => ({
    length: content.length,
    fingerprint: fingerprint(content),
  });
  const head: Head = {
    stamp,
    files: files.map(({ target, source, executable, content }) => ({ target, source, executable, ...about(content) })),
    made: made.map(about),
  };
  const contents = files.filter(({ target }) => target !== layout.program).map(({ content }) => content);
  return `${contentOf(JSON.stringify(head))}\n${[...contents, ...made].join("")}` as Content;
}

/** The program that a release is packed for, where it lies. */
export interface ProgramFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly read: () => Content;
}

/**
 * Reads the files of the release that `renderPackedRelease` wrote, and lets fingerprints be known. The program is not read:
 * it is ten times as long as all the rest of what an install writes.
 * @returns undefined when the file is damaged, or is not of the build with this stamp and this program
 */
export function parsePackedRelease(packed: Content, stamp: string, program: ProgramFile): ReleaseFile[] | undefined {
  let at = packed.indexOf("\n") + 1;
  const head = headIn(packed.slice(0, at) as Content);
  if (head?.stamp !== stamp) return undefined;
  const next = (length: number): Content => {
    at += length;
    return packed.slice(at - length, at) as Content;
  };
  const files = head.files.map((about) => {
    const isProgram = about.target === layout.program;
    return isProgram ? programOf(about, program) : fileOf(about, next(about.length));
  });
  const made = head.made.map((about) => ({ about, content: next(about.length) }));
  const isOther = head.files.some(({ target, length }) => target === layout.program && length !== program.size);
  if (isOther || at !== packed.length) return undefined;
  for (const { about, content } of made) knowFingerprint(content, about.fingerprint);
  return files;
}

function fileOf({ target, source, executable, fingerprint: its }: Packed, content: Content): ReleaseFile {
  knowFingerprint(content, its);
  return { target, source, content, executable };
}

function programOf(about: Packed, { path, size, read }: ProgramFile): ReleaseFile {
  const { target, source, executable, fingerprint: its } = about;
  let content: Content | undefined;
  return {
    target,
    source,
    executable,
    copyOf: { path, size, fingerprint: its },
    get content(): Content {
      content ??= read();
      knowFingerprint(content, its);
      return content;
    },
  };
}

function headIn(line: Content): Head | undefined {
  try {
    return JSON.parse(shownText(line)) as Head;
  } catch {
    return undefined;
  }
}
