import type { AuditReport } from "../../audit/audit-report.ts";
import type { BaselineEntry } from "../../audit/settings/baseline.ts";
import { entryOf } from "../../audit/settings/baseline-entry.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { type SessionVerdict, verdictOf } from "../../render/session/verdict.ts";
import { sessionAsJson } from "./session-as-json.ts";

/** What is kept of an audit when many are made: little, whatever the session's size. */
export interface AuditedSession {
  readonly session: string;
  readonly file: string;
  readonly recipe: string | null;
  readonly verdict: SessionVerdict;
  readonly findings: readonly Diagnostic[];
  /** Every finding as a baseline would keep it. */
  readonly entries: readonly BaselineEntry[];
  readonly checked: readonly { readonly file: string; readonly name: string }[];
  /** Undefined unless it was asked for. */
  readonly json: object | undefined;
}

/**
 * Sums an audit up.
 * @param known how many findings a baseline took out of the report
 * @param asJson whether its JSON is asked for
 */
export function sumUp(report: AuditReport, known: number, asJson: boolean): AuditedSession {
  const { timeline, recipe, breaches } = report;
  return {
    session: timeline.session,
    file: timeline.threads[0]?.file ?? "",
    recipe,
    verdict: verdictOf(report, known),
    findings: breaches.map(({ diagnostic }) => diagnostic),
    entries: breaches.map((breach) => entryOf(report, breach)),
    checked: timeline.threads.map(({ file, agent }) => ({ file, name: agent ?? recipe ?? "no recipe" })),
    json: asJson ? sessionAsJson(report, known) : undefined,
  };
}
