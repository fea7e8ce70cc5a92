import type { Outcome } from "../install/carry-out.ts";
import type { Place } from "../install/place.ts";
import { planFindings } from "../install/plan-findings.ts";

/** What a command that writes did, or with `--dry-run` would do, as JSON. */
export function planAsJson(
  command: string,
  place: Place,
  version: string,
  { status, plan, manifest }: Outcome,
  more: object = {},
): string {
  const findings = planFindings(plan, place);
  const report = {
    ok: findings.every(({ severity }) => severity !== "error"),
    command,
    status,
    version,
    from: manifest?.version ?? null,
    scope: place.scope,
    root: place.root,
    actions: plan.actions,
    findings,
    ...more,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
