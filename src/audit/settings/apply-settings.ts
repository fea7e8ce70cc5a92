import type { AuditReport } from "../audit-report.ts";
import type { AuditSettings } from "./audit-settings.ts";

/**
 * The report as a project wants it: each breach at the severity the project gives its rule, without those of rules that
 * are off. What a hook stopped did not happen, and is never more than a note.
 */
export function applySettings(report: AuditReport, { severities }: AuditSettings): AuditReport {
  const breaches = report.breaches.flatMap((breach) => {
    const { code, severity: own } = breach.diagnostic;
    const severity = severities.get(code) ?? own;
    if (severity === "off") return [];
    return [
      { ...breach, diagnostic: { ...breach.diagnostic, severity: breach.stopped ? ("info" as const) : severity } },
    ];
  });
  return { ...report, breaches };
}
