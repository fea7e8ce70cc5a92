import { instantOf } from "../instant.ts";
import type { RunContext } from "./context.ts";

/** The runs that were deleted, or with a dry run would be. */
export interface PruneOutput {
  readonly ended_before: string;
  readonly dry_run: boolean;
  readonly pruned: readonly string[];
}

/** Deletes runs that ended longer ago than `olderThanMs`, each with all that belongs to it. Failed runs have not ended. */
export async function pruneRuns(
  { store, now }: RunContext,
  { olderThanMs, dryRun }: { readonly olderThanMs: number; readonly dryRun: boolean },
): Promise<PruneOutput> {
  const endedBefore = instantOf(Date.parse(now()) - olderThanMs);
  return { ended_before: endedBefore, dry_run: dryRun, pruned: await store.prune(endedBefore, dryRun) };
}
