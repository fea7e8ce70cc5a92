import { Failure } from "../core/failure.ts";
import { applyPlan } from "./apply.ts";
import type { Disk } from "./disk.ts";
import { diskFailure } from "./disk-failure.ts";
import { hasRemains, takeLock } from "./lock.ts";
import type { Manifest } from "./manifest.ts";
import type { Place } from "./place.ts";
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
  readonly check: (plan: Plan) => void;
}

/** `nothing` was to be done, it was only `planned`, the user `declined`, or it is `done`. */
export interface Outcome extends Intent {
  readonly status: "nothing" | "planned" | "declined" | "done";
}

/**
 * Plans, asks, takes the lock, plans again (another install may just have finished) and applies.
 * @param survey looks at the disk and plans; called twice
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
  const shown = await survey();
  if (options.dryRun) return { ...shown, status: "planned" };
  options.check(shown.plan);
  const idle = shown.plan.pending === undefined;
  if (idle && !hasRemains(disk, place, self)) return { ...shown, status: "nothing" };
  if (!idle && options.confirm !== undefined && !(await options.confirm(shown)))
    return { ...shown, status: "declined" };
  const release = await takeLock(disk, place, self);
  try {
    sweepTemporaries(disk, place, shown.manifest);
    const planned = await survey();
    options.check(planned.plan);
    if (options.confirm !== undefined && !sameActions(shown.plan, planned.plan)) {
      throw new Failure(
        "install/changed-meanwhile",
        "something changed since the plan was shown: nothing was written",
        {
          hint: "run the command again",
        },
      );
    }
    await applyPlan(disk, place, planned.plan, stop);
    return { ...planned, status: idle ? "nothing" : "done" };
  } finally {
    release();
  }
}

function sameActions(one: Plan, other: Plan): boolean {
  return JSON.stringify(one.actions) === JSON.stringify(other.actions);
}
