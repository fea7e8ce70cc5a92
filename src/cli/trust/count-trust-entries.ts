import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../core/failure.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import { planWithdrawal } from "./withdraw-trust.ts";

/** How many trust entries of Baton's hooks, or of hooks that are gone, a user's config.toml has; 0 when it cannot be read. */
export function countTrustEntries(around: Surroundings, wanted: HookGroups): number {
  if (!existsSync(join(around.codexHome, "config.toml"))) return 0;
  try {
    const { entries } = planWithdrawal(around, wanted);
    return entries.own.length + entries.dead.length;
  } catch (error) {
    if (error instanceof Failure) return 0;
    throw error;
  }
}
