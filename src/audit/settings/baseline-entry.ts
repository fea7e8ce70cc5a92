import { type AuditReport, type Breach, eventOf } from "../audit-report.ts";
import type { BaselineEntry } from "./baseline.ts";
import { essentialWords } from "./essential-words.ts";

/** A finding as a baseline keeps it: what it is about, without the line it stood at. */
export function entryOf(report: AuditReport, breach: Breach): BaselineEntry {
  const { kind, agent } = eventOf(report, breach.event);
  const { code, message } = breach.diagnostic;
  const words = essentialWords(message);
  return { session: report.timeline.session, code, event: kind, agent, words, count: 1, message };
}

/** Equal for findings that are the same. */
export function keyOf({ session, code, event, agent, words }: BaselineEntry): string {
  return JSON.stringify([session, code, event, agent, words]);
}
