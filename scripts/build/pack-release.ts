import { join } from "node:path";
import { builtFiles } from "../../src/install/built-files.ts";
import { codexSettings } from "../../src/install/codex-settings.ts";
import { type Content, contentOf } from "../../src/install/content.ts";
import type { Disk } from "../../src/install/disk.ts";
import { fingerprint } from "../../src/install/fingerprint.ts";
import { renderPackedRelease } from "../../src/install/packed-release.ts";
import { projectPlace } from "../../src/install/place.ts";
import { readRelease } from "../../src/install/read-release.ts";
import { realDisk } from "../../src/install/real-disk.ts";
import type { Release } from "../../src/install/release.ts";

/** Stands in the program for the stamp that ties it to its release, until that is known. */
export const noStamp = "stamp-to-be-written-by-the-build";

/** The texts of the programs that the build makes. */
export interface BuiltPrograms {
  /** With `noStamp` in it once. */
  readonly program: string;
  readonly hook: string;
}

/** Stamps a program and packs the release it belongs to, both from the same sources and the same on every machine. */
export async function packRelease(
  root: string,
  version: string,
  { program, hook }: BuiltPrograms,
): Promise<{ readonly program: string; readonly pack: Content }> {
  if (program.split(noStamp).length !== 2) throw new Error("the program does not hold its stamp once");
  const releaseWith = (text: string): Release =>
    readRelease(
      withTexts({ [join(root, builtFiles.program)]: text, [join(root, builtFiles.hook)]: hook }),
      root,
      version,
    );
  const all = releaseWith(program).files.map(({ content }) => content);
  const stamp = fingerprint(all.join("") as Content).slice(0, noStamp.length);
  const stamped = program.replace(noStamp, stamp);
  return { program: stamped, pack: renderPackedRelease(stamp, releaseWith(stamped), await madeSettings()) };
}

/** The disk with files where they are going to lie. */
function withTexts(texts: Readonly<Record<string, string>>): Disk {
  const contents = new Map(Object.entries(texts).map(([path, text]) => [path, contentOf(text)]));
  return {
    ...realDisk,
    look: (path) => {
      const content = contents.get(path);
      return content === undefined ? realDisk.look(path) : { kind: "file", mode: 0o755, size: content.length };
    },
    read: (path) => contents.get(path) ?? realDisk.read(path),
  };
}

/** The files of Codex's own that an install makes in a repository that has none. */
async function madeSettings(): Promise<Content[]> {
  const made: Content[] = [];
  for (const { plan } of codexSettings(projectPlace("/"))) {
    const { after } = await plan(undefined, undefined);
    if (after !== undefined) made.push(contentOf(after));
  }
  return made;
}
