import { parseBaseCopies, renderBaseCopies } from "../../../src/install/base-copies.ts";
import { contentOf, shownText } from "../../../src/install/content.ts";
import { layout } from "../../../src/install/layout.ts";
import { root } from "./bench.ts";
import type { MemoryDisk } from "./memory-disk.ts";

/** The file that holds every pristine copy of the tests' repository. */
export const baseFile = `${root}/${layout.baseCopies}`;

/** A target's pristine copy as text; undefined when there is none. */
export function baseCopy(disk: MemoryDisk, target: string): string | undefined {
  const content = parseBaseCopies(disk.read(baseFile)).get(target);
  return content === undefined ? undefined : shownText(content);
}

/** Changes a target's pristine copy behind Baton's back, or takes it away. */
export function changeBaseCopy(disk: MemoryDisk, target: string, text: string | undefined): void {
  const copies = new Map(parseBaseCopies(disk.read(baseFile)));
  if (text === undefined) copies.delete(target);
  else copies.set(target, contentOf(text));
  disk.putContent(baseFile, renderBaseCopies(copies));
}
