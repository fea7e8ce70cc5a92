import { directoriesOf } from "./layout.ts";
import type { Effect } from "./plan.ts";
import type { Snapshot } from "./snapshot.ts";

/** The directories that writing needs and that do not exist, those above first. */
export function missingDirectories(effects: readonly Effect[], { directories }: Snapshot): string[] {
  const needed = effects.flatMap((effect) => (effect.do === "write" ? directoriesOf(effect.path) : []));
  return [...new Set(needed)].filter((directory) => !directories.has(directory)).sort();
}

/**
 * The directories that removing may leave empty, those below first: of the ones that were made for Baton, those a removed
 * file lay in and no written one does.
 */
export function emptiedDirectories(effects: readonly Effect[], made: Iterable<string>): string[] {
  const ours = new Set(made);
  const written = new Set(effects.flatMap((effect) => (effect.do === "write" ? directoriesOf(effect.path) : [])));
  const left = effects.flatMap((effect) => (effect.do === "remove" ? directoriesOf(effect.path) : []));
  return [...new Set(left)]
    .filter((directory) => !written.has(directory) && (ours.has(directory) || directory.startsWith(".baton/")))
    .sort()
    .reverse();
}
