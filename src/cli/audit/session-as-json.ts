import { type AuditReport, eventOf } from "../../audit/audit-report.ts";
import { teamOf } from "../../render/session/team.ts";
import { verdictOf } from "../../render/session/verdict.ts";

/** An audit of one session as `--format json` shows it: everything but the events that nothing is said about. */
export function sessionAsJson(report: AuditReport, known: number): object {
  const { timeline, recipe, stops, next } = report;
  const { session, cwd, codex, model, generation, forkedFrom, threads, notes } = timeline;
  return {
    session,
    file: threads[0]?.file ?? null,
    recipe,
    verdict: verdictOf(report, known).words,
    known,
    cwd,
    codex,
    model,
    generation,
    forkedFrom,
    startedAt: threads[0]?.startedAt ?? null,
    endedAt: threads[0]?.endedAt ?? null,
    findings: report.breaches.map(({ event, diagnostic, stopped }) => {
      const { kind, at, agent, thread } = eventOf(report, event);
      return { ...diagnostic, stopped, event: { kind, at, agent, thread } };
    }),
    stops,
    agents: teamOf(timeline).flatMap(({ members }) =>
      members.map(({ label, thread, workMs }) => ({
        name: label,
        type: thread.agent,
        thread: thread.id,
        file: thread.file,
        startedAt: thread.startedAt,
        endedAt: thread.endedAt,
        workMs,
        tokens: thread.tokens,
      })),
    ),
    story: report.story.map(({ event, words }) => {
      const { at, where } = eventOf(report, event);
      return { at, words, where };
    }),
    next,
    notes,
  };
}
