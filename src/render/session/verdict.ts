import type { AuditReport } from "../../audit/audit-report.ts";
import type { Severity } from "../../core/diagnostic.ts";
import { plural, tally, tallyWords } from "../report.ts";
import { elapsed } from "./elapsed.ts";
import { periodOf } from "./period.ts";

/** What an audit comes to. */
export interface SessionVerdict {
  readonly tone: "clean" | "warned" | "broken" | "free";
  /** One line: lower case, no final stop. */
  readonly words: string;
}

/**
 * Says in one line what an audit comes to.
 * @param known how many findings a baseline took out of the report
 */
export function verdictOf(report: AuditReport, known = 0): SessionVerdict {
  const { recipe, breaches, next } = report;
  if (recipe === null) return { tone: "free", words: "no recipe was invoked: nothing is held against this session" };
  const sum = tally(breaches.map(({ diagnostic }) => diagnostic));
  const aside = known === 0 ? "" : `; ${plural(known, "known finding")} left out`;
  const firstOf = (severity: Severity) => breaches.find(({ diagnostic }) => diagnostic.severity === severity);
  const first = firstOf("error") ?? firstOf("warning") ?? breaches[0];
  if (first !== undefined) {
    const at = report.timeline.events[first.event]?.at ?? "";
    const since = elapsed(Date.parse(at) - periodOf(report.timeline).from);
    const tone = sum.errors > 0 ? "broken" : sum.warnings > 0 ? "warned" : "clean";
    return { tone, words: `${tallyWords(sum)}, the first at ${since}: ${first.diagnostic.code}${aside}` };
  }
  const way = next.length === 0 ? "was followed to its end" : `was followed so far; next: ${next.join(", or ")}`;
  return { tone: "clean", words: `${recipe} ${way}${aside}` };
}
