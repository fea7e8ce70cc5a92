import type { AuditReport } from "../../audit/audit-report.ts";
import { teamOf } from "../session/team.ts";
import { eventAt } from "./event-at.ts";

/** A row of what happened: an event that something leads to, or a run of events between two such, folded. */
export type EvidenceRow =
  | { readonly kind: "event"; readonly event: number }
  | { readonly kind: "fold"; readonly events: readonly number[]; readonly left: number };

/** How many events that nothing leads to are on the page; the rest are counted. */
const mostFolded = 2_000;

/** What happened, in order: events that matter stand open, everything between them is folded. */
export function evidenceRows(report: AuditReport): readonly EvidenceRow[] {
  const open = openEvents(report);
  const rows: EvidenceRow[] = [];
  let shown = 0;
  let folded: number[] = [];
  let left = 0;
  const flush = (): void => {
    if (folded.length > 0 || left > 0) rows.push({ kind: "fold", events: folded, left });
    folded = [];
    left = 0;
  };
  for (const event of report.timeline.events.keys()) {
    if (open.has(event)) {
      flush();
      rows.push({ kind: "event", event });
    } else if (shown++ < mostFolded) folded.push(event);
    else left++;
  }
  flush();
  return rows;
}

function openEvents(report: AuditReport): ReadonlySet<number> {
  const { timeline, story, breaches, stops } = report;
  const places = stops.flatMap(({ where, reachedAt, answered }) => [
    eventAt(timeline, where, reachedAt),
    answered === null ? undefined : eventAt(timeline, answered.where, answered.at),
  ]);
  const members = teamOf(timeline).flatMap((role) => role.members);
  const known = (event: number | undefined): event is number => event !== undefined;
  return new Set([
    ...story.map(({ event }) => event),
    ...breaches.map(({ event }) => event),
    ...places.filter(known),
    ...members.flatMap(({ event, spans }) => [event, ...spans.map((span) => span.event)]).filter(known),
  ]);
}
