import { parseBaseCopies, renderBaseCopies } from "./base-copies.ts";
import { type Content, contentOf, shownText } from "./content.ts";
import { fingerprint, knowFingerprint } from "./fingerprint.ts";
import { layout } from "./layout.ts";
import type { Release, ReleaseFile } from "./release.ts";

interface Head {
  /** Ties this file to the program it was built with. */
  readonly stamp: string;
  readonly files: readonly (readonly [target: string, source: string, executable: boolean])[];
  readonly fingerprints: readonly (readonly [target: string, length: number, fingerprint: string])[];
}

/**
 * A release in one file, which the build lays beside the program: a line of JSON about it, then its texts as
 * `renderBaseCopies` writes them. Reading it, an install opens one file instead of eighty and takes no fingerprint.
 * The program itself is not repeated in it.
 * @param made what the installer makes of its own in an empty repository, by target
 */
export function renderPackedRelease(stamp: string, { files }: Release, made: ReadonlyMap<string, Content>): Content {
  const texts = new Map([...files.map(({ target, content }) => [target, content] as const), ...made]);
  const head: Head = {
    stamp,
    files: files.map(({ target, source, executable }) => [target, source, executable]),
    fingerprints: [...texts].map(([target, content]) => [target, content.length, fingerprint(content)]),
  };
  texts.delete(layout.program);
  return `${contentOf(JSON.stringify(head))}\n${renderBaseCopies(texts)}` as Content;
}

/**
 * Reads the files of the release that `renderPackedRelease` wrote, and lets their fingerprints be known.
 * @param program the program's content as it lies there
 * @returns undefined when the file is damaged, or is not of the build with this stamp and this program
 */
export function parsePackedRelease(packed: Content, stamp: string, program: Content): ReleaseFile[] | undefined {
  const end = packed.indexOf("\n");
  const head = headIn(packed.slice(0, end) as Content);
  if (head?.stamp !== stamp) return undefined;
  const texts = new Map([...parseBaseCopies(packed.slice(end + 1) as Content), [layout.program, program]]);
  if (head.fingerprints.some(([target, length]) => texts.get(target)?.length !== length)) return undefined;
  for (const [target, , known] of head.fingerprints) knowFingerprint(texts.get(target) as Content, known);
  return head.files.map(([target, source, executable]) => ({
    target,
    source,
    content: texts.get(target) as Content,
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
