import type { AuditReport } from "../../audit/audit-report.ts";
import { auditTimeline } from "../../audit/audit-timeline.ts";
import { auditRules } from "../../audit/rules.ts";
import { applySettings } from "../../audit/settings/apply-settings.ts";
import type { Baseline } from "../../audit/settings/baseline.ts";
import { type Remainder, takeKnown } from "../../audit/settings/take-known.ts";
import { loadProjectRules } from "../../pack/project-rules.ts";
import type { Timeline } from "../../trace/timeline.ts";
import type { Io } from "../io.ts";
import { loadSettings } from "./load-settings.ts";

/** Audits a session by the rules, settings and baseline of the project the command runs in. */
export type Auditor = (timeline: Timeline) => Promise<Remainder>;

/**
 * Loads once what every session is held to.
 * @param baseline what is known; left out, everything is new
 * @throws Failure when the project's contract, flow or settings are broken
 */
export async function prepareAudit({ cwd, env }: Io, baseline: Baseline | undefined): Promise<Auditor> {
  const settings = loadSettings(cwd);
  const { contract, flowOf, schemasFor } = await loadProjectRules(cwd, env);
  return async (timeline) => {
    const report: AuditReport = await auditTimeline(timeline, { contract, flowOf, schemasFor, rules: auditRules });
    const wanted = applySettings(report, settings);
    return baseline === undefined ? { report: wanted, known: 0, stale: [] } : takeKnown(wanted, baseline);
  };
}
