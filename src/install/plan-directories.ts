import { directoriesOf } from "./layout.ts";
import type { Effect } from "./plan.ts";
import type { Snapshot } from "./snapshot.ts";

/** The directories that writing needs and that do not exist, those above first. */
export function missingDirectories(effects: readonly Effect[], { directories }: Snapshot): string[] {
  const needed = effects.flatMap((effect) => (effect.do !== "remove" ? directoriesOf(effect.path) : []));
  return [...new Set(needed)].filter((directory) => !directories.has(directory)).sort();
}

/**
 * The directories that may be empty afterwards, those below first: of the ones that were made for Baton, those that only
 * paths lay in which are not needed any more.
 * @param made the directories outside .baton that the manifest says were made
 */
export function emptiedDirectories(
  before: readonly string[],
  after: readonly string[],
  made: Iterable<string>,
  { directories }: Snapshot,
): string[] {
  const ours = new Set(made);
  const candidates = [...new Set(before.flatMap(directoriesOf))]
    .filter((directory) => directories.has(directory))
    .filter((directory) => ours.has(directory) || directory.startsWith(".baton/"));
  if (candidates.length === 0) return [];
  const needed = new Set(after.flatMap(directoriesOf));
  return candidates
    .filter((directory) => !needed.has(directory))
    .sort()
    .reverse();
}
