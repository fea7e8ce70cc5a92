import { fingerprint } from "./fingerprint.ts";
import type { ManifestFile } from "./manifest.ts";
import type { ReleaseFile } from "./release.ts";

/**
 * Files the pack has moved, by their new target: what lay at a target that is gone from the pack is now, the same, at one
 * that is new. Among several equal ones the path that ends most alike is taken.
 */
export function findMoves(
  gone: readonly ManifestFile[],
  added: readonly ReleaseFile[],
): ReadonlyMap<string, ManifestFile> {
  const moves = new Map<string, ManifestFile>();
  const left = new Set(gone.filter((entry) => entry.base !== undefined && !entry.kept && !entry.retired));
  if (left.size === 0) return moves;
  for (const file of added) {
    const now = fingerprint(file.content);
    const candidates = [...left].filter((entry) => entry.base === now);
    const [best] = candidates.sort((one, other) => likeness(other, file) - likeness(one, file));
    if (best === undefined) continue;
    moves.set(file.target, best);
    left.delete(best);
  }
  return moves;
}

/** How many path parts, from the end, are the same. */
function likeness(entry: ManifestFile, file: ReleaseFile): number {
  const one = entry.target.split("/").reverse();
  const other = file.target.split("/").reverse();
  const different = one.findIndex((part, at) => part !== other[at]);
  return different < 0 ? one.length : different;
}
