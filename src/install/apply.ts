import type { Disk } from "./disk.ts";
import { FilePlacer } from "./file-placer.ts";
import { layout } from "./layout.ts";
import { renderManifest } from "./manifest.ts";
import type { Place } from "./place.ts";
import type { Plan, Stage } from "./plan.ts";

const stages: readonly Stage[] = ["backup", "target", "record"];

/**
 * Carries out a plan: first the manifest that says what is under way, then the files, then the manifest that says it is
 * done. Each file is replaced at once by one that is complete; stopped anywhere, planning and applying again gets to the
 * same end. Call it with the lock held.
 * @param stop when it is aborted, the file at hand is finished and nothing more is begun
 * @throws Failure install/changed-meanwhile, cli/interrupted, and the system's errors
 */
export async function applyPlan(disk: Disk, place: Place, plan: Plan, stop: AbortSignal): Promise<void> {
  if (plan.pending === undefined) return;
  const placer = new FilePlacer(disk, place, stop);
  const writes = plan.effects.filter((effect) => effect.do !== "remove");
  const removes = plan.effects.filter((effect) => effect.do === "remove");
  try {
    if (plan.effects.length > 0) await placer.announce(layout.manifest, renderManifest(plan.pending));
    placer.makeDirectories(plan.makes);
    const staged = placer.stage(writes);
    const final = plan.final === undefined ? undefined : placer.prepare(layout.manifest, renderManifest(plan.final));
    for (const stage of stages) {
      await placer.put(staged.filter(({ effect }) => effect.stage === stage));
      placer.remove(removes.filter((effect) => effect.stage === stage));
    }
    await placer.flush();
    placer.leaveDirectories(plan.leaves);
    if (final === undefined) placer.removeIfThere(layout.manifest);
    else await placer.finish(final);
    await placer.flush();
  } catch (error) {
    placer.discard();
    throw error;
  }
}
