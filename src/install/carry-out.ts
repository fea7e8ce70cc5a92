import { Failure } from "../core/failure.ts";
import { applyPlan } from "./apply.ts";
import type { Content } from "./content.ts";
import type { Disk } from "./disk.ts";
import { diskFailure } from "./disk-failure.ts";
import { layout } from "./layout.ts";
import { leaveDirectories } from "./leave-directories.ts";
import { hasRemains, takeLock } from "./lock.ts";
import type { Manifest } from "./manifest.ts";
import { absolutePath, type Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import type { Self } from "./self.ts";
import { sweepTemporaries } from "./temporary-file.ts";

/** What a command that changes a place works with. */
export interface Workbench {
  readonly disk: Disk;
  readonly place: Place;
  readonly self: Self;
  /** Aborted when the user interrupts. */
  readonly stop: AbortSignal;
}

export interface Intent {
  readonly plan: Plan;
  readonly manifest: Manifest | undefined;
}

export interface CarryOutOptions {
  /** Plan only. */
  readonly dryRun: boolean;
  /** Shows the plan and asks; without it nothing is asked. */
  readonly confirm?: ((intent: Intent) => Promise<boolean>) | undefined;
  /** @throws Failure for a plan that must not be carried out */
  readonly check: (plan: Plan) => void | Promise<void>;
}

/** `nothing` was to be done, it was only `planned`, the user `declined`, or it is `done`. */
export interface Outcome extends Intent {
  readonly status: "nothing" | "planned" | "declined" | "done";
}

/**
 * Plans, asks, takes the lock, plans again if another install has just finished, and applies.
 * @param survey looks at the disk and plans
 * @throws Failure install/locked, install/changed-meanwhile, install/disk, cli/interrupted
 */
export async function carryOut(
  bench: Workbench,
  survey: () => Promise<Intent>,
  options: CarryOutOptions,
): Promise<Outcome> {
  try {
    return await planAndApply(bench, survey, options);
  } catch (error) {
    throw diskFailure(error);
  }
}

async function planAndApply(
  { disk, place, self, stop }: Workbench,
  survey: () => Promise<Intent>,
  options: CarryOutOptions,
): Promise<Outcome> {
  const before = manifestBytes(disk, place);
  const shown = await survey();
  if (options.dryRun) return { ...shown, status: "planned" };
  await options.check(shown.plan);
  const idle = shown.plan.pending === undefined;
  if (idle && !hasRemains(disk, place, self)) return { ...shown, status: "nothing" };
  if (!idle && options.confirm !== undefined && !(await options.confirm(shown)))
    return { ...shown, status: "declined" };
  const release = await takeLock(disk, place, self);
  let leaves: readonly string[] = [];
  try {
    sweepTemporaries(disk, place, shown.manifest);
    // Whatever another install did shows in the manifest; whatever a person did, in each file before it is replaced.
    const stale = manifestBytes(disk, place) !== before;
    if (stale && options.confirm !== undefined) throw outdated();
    const planned = stale ? await survey() : shown;
    await options.check(planned.plan);
    await applyPlan(disk, place, planned.plan, stop);
    leaves = planned.plan.leaves;
    return { ...planned, status: planned.plan.pending === undefined ? "nothing" : "done" };
  } finally {
    release();
    // A user's .baton lies in their .codex, which is empty only now.
    leaveDirectories(disk, place, leaves);
  }
}

function manifestBytes(disk: Disk, place: Place): Content | undefined {
  const path = absolutePath(place, layout.manifest);
  return disk.look(path)?.kind === "file" ? disk.read(path) : undefined;
}

function outdated(): Failure {
  const message = "another install came in between: nothing was written";
  return new Failure("install/changed-meanwhile", message, { hint: "run the command again" });
}
