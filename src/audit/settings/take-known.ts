import type { AuditReport } from "../audit-report.ts";
import type { Baseline } from "./baseline.ts";
import { entryOf, keyOf } from "./baseline-entry.ts";

/** A report without what is known. */
export interface Remainder {
  readonly report: AuditReport;
  /** How many findings were known. */
  readonly known: number;
  /** Places in the baseline of entries, of this session, that know more than was found. */
  readonly stale: readonly number[];
}

/** Takes known findings out of a report. Lines may have moved since; of an entry, no more findings are known than it counts. */
export function takeKnown(report: AuditReport, { findings }: Baseline): Remainder {
  const left = new Map<string, number>();
  for (const entry of findings) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + entry.count);
  const breaches = report.breaches.filter((breach) => {
    const key = keyOf(entryOf(report, breach));
    const remaining = left.get(key) ?? 0;
    if (remaining > 0) left.set(key, remaining - 1);
    return remaining === 0;
  });
  const stale = findings.flatMap((entry, index) =>
    entry.session === report.timeline.session && (left.get(keyOf(entry)) ?? 0) > 0 ? [index] : [],
  );
  return { report: { ...report, breaches }, known: report.breaches.length - breaches.length, stale };
}
