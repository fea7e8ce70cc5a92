import type { AuditReport, Breach } from "../../audit/audit-report.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";
import { elapsed } from "../session/elapsed.ts";
import { periodOf } from "../session/period.ts";
import { type Member, type Role, teamOf } from "../session/team.ts";
import { type Period, type TimeScale, timeScale } from "./time-scale.ts";

/** What every part of the page draws on, worked out once. */
export interface PageModel {
  readonly report: AuditReport;
  /** How many findings a baseline took out of the report. */
  readonly known: number;
  readonly period: Period;
  readonly scale: TimeScale;
  readonly team: readonly Role[];
  /** The time since the session's begin, as a clock shows it. */
  readonly since: (at: string | number) => string;
  /** Who did something, as people call them. */
  readonly whoOf: (event: TraceEvent) => string;
  readonly nameOf: (thread: string) => string;
  readonly breachesAt: (event: number) => readonly Breach[];
}

/** Works out what the parts of a page share. */
export function pageModel(report: AuditReport, known: number): PageModel {
  const period = periodOf(report.timeline);
  const team = teamOf(report.timeline);
  const members = new Map<string, Member>(team.flatMap((role) => role.members.map((one) => [one.thread.id, one])));
  const nameOf = (thread: string): string => members.get(thread)?.label ?? "an agent";
  const breaches = new Map<number, Breach[]>();
  for (const breach of report.breaches) breaches.set(breach.event, [...(breaches.get(breach.event) ?? []), breach]);
  return {
    report,
    known,
    period,
    scale: timeScale(
      period,
      [...members.values()].flatMap(({ spans }) => spans),
    ),
    team,
    since: (at) => elapsed((typeof at === "number" ? at : Date.parse(at)) - period.from),
    whoOf: (event) => (isPersons(event) ? "a person" : nameOf(event.thread)),
    nameOf,
    breachesAt: (event) => breaches.get(event) ?? [],
  };
}

function isPersons({ kind }: TraceEvent): boolean {
  return kind === "person_message" || kind === "skill_invoked" || kind === "hooks_switched";
}
