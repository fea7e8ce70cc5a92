import type { AuditReport } from "../../../src/audit/audit-report.ts";
import { eventOf } from "../../../src/audit/audit-report.ts";
import { auditTimeline } from "../../../src/audit/audit-timeline.ts";
import { auditRules } from "../../../src/audit/rules.ts";
import { shipped } from "../../helpers/shipped-rules.ts";
import { type Passage, told } from "./story.ts";

/** The audit, by every rule, of the session in which these passages happen. */
export async function audited(...passages: readonly Passage[]): Promise<AuditReport> {
  return auditTimeline(told(...passages), {
    contract: shipped.contract,
    flowOf: async (recipe) => (await shipped.flowOf(recipe))?.flow,
    schemasFor: async (agent) => [await shipped.schemaOf(agent)].filter((schema) => schema !== undefined),
    rules: auditRules,
  });
}

/** What the audit finds, one line each: the event it is about, its line, the code, the message; `stopped` in front of what a hook stopped. */
export async function found(...passages: readonly Passage[]): Promise<string[]> {
  const report = await audited(...passages);
  return report.breaches.map((breach) => {
    const event = eventOf(report, breach.event);
    const { code, message } = breach.diagnostic;
    const who = event.agent === null ? "" : ` of ${event.agent}`;
    return `${breach.stopped ? "stopped " : ""}${event.kind}${who} :${event.where.line} ${code}: ${message}`;
  });
}
