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

/** Stands in the program for the stamp that ties it to its release, until that is known. */
export const noStamp = "stamp-to-be-written-by-the-build";

/**
 * Stamps a program and packs the release it belongs to, both from the same sources and the same on every machine.
 * @param program the built program, with `noStamp` in it once
 */
export async function packRelease(
  root: string,
  version: string,
  program: string,
): Promise<{ readonly program: string; readonly pack: Content }> {
  if (program.split(noStamp).length !== 2) throw new Error("the program does not hold its stamp once");
  const unstamped = readRelease(withProgram(root, program), root, version);
  const stamp = fingerprint(unstamped.files.map(({ content }) => content).join("") as Content).slice(0, noStamp.length);
  const stamped = program.replace(noStamp, stamp);
  const release = readRelease(withProgram(root, stamped), root, version);
  return { program: stamped, pack: renderPackedRelease(stamp, release, await madeSettings()) };
}

/** The disk with the program where it is going to lie. */
function withProgram(root: string, text: string): Disk {
  const path = join(root, builtFiles.program);
  const content = contentOf(text);
  return {
    ...realDisk,
    look: (other) => (other === path ? { kind: "file", mode: 0o755, size: content.length } : realDisk.look(other)),
    read: (other) => (other === path ? content : realDisk.read(other)),
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
