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

/**
 * Reads the files of the release that `renderPackedRelease` wrote, and lets fingerprints be known.
 * @param program the program's content as it lies there
 * @returns undefined when the file is damaged, or is not of the build with this stamp and this program
 */
export function parsePackedRelease(packed: Content, stamp: string, program: Content): ReleaseFile[] | undefined {
  let at = packed.indexOf("\n") + 1;
  const head = headIn(packed.slice(0, at) as Content);
  if (head?.stamp !== stamp) return undefined;
  const next = (length: number): Content => {
    at += length;
    return packed.slice(at - length, at) as Content;
  };
  const contents = head.files.map(({ target, length }) => (target === layout.program ? program : next(length)));
  const made = head.made.map(({ length }) => next(length));
  const isWhole = at === packed.length && head.files.every(({ length }, index) => contents[index]?.length === length);
  if (!isWhole) return undefined;
  for (const [index, one] of head.files.entries()) knowFingerprint(contents[index] as Content, one.fingerprint);
  for (const [index, one] of head.made.entries()) knowFingerprint(made[index] as Content, one.fingerprint);
  return head.files.map(({ target, source, executable }, index) => ({
    target,
    source,
    content: contents[index] as Content,
    executable,
  }));
}

function headIn(line: Content): Head | undefined {
  try {
    return JSON.parse(shownText(line)) as Head;
  } catch {
    return undefined;
  }
}
