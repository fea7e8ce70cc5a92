import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Place } from "./place.ts";
import { actionsOf, type Plan } from "./plan.ts";
import { fileOf, shownTarget } from "./shown-target.ts";

/** What in a plan waits for the user: files of theirs in the way, updates that could not be merged, settings Codex will not read. */
export function planFindings(plan: Pick<Plan, "actions" | "findings">, place: Place): Diagnostic[] {
  const blocked = actionsOf(plan, "blocked").map(({ target, reason }) =>
    diagnose("install/conflict", { message: reason, where: { file: fileOf(place, target) } }),
  );
  const conflicts = actionsOf(plan, "conflict").map(({ target, reason, beside }) =>
    diagnose("install/merge-conflict", {
      message: reason,
      hint: `edit ${beside === undefined ? "its copy" : shownTarget(place, beside)}, take the markers out, and run baton update; or add --on-conflict keep or take`,
      where: { file: fileOf(place, target) },
    }),
  );
  return [...blocked, ...conflicts, ...plan.findings];
}
