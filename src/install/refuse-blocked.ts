import { Failure } from "../core/failure.ts";
import type { Place } from "./place.ts";
import { actionsOf, type Plan } from "./plan.ts";

/**
 * Stops before anything is written where files of the user's are in the way.
 * @throws Failure install/conflict with a finding for each
 */
export async function refuseBlocked(plan: Plan, place: Place): Promise<void> {
  const blocked = actionsOf(plan, "blocked");
  if (blocked.length === 0) return;
  const { planFindings } = await import("./plan-findings.ts");
  const findings = planFindings({ actions: blocked, findings: [] }, place);
  const files = blocked.length === 1 ? "a file of yours is" : `${blocked.length} files of yours are`;
  throw new Failure("install/conflict", `${files} in the way: nothing was written`, {
    findings,
    hint: "move them away, or add --on-conflict keep (leave yours), take (ours, after a backup) or merge (a copy with both beside yours)",
  });
}
