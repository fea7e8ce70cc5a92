import type { AuditReport, Breach } from "../../src/audit/audit-report.ts";
import type { Code } from "../../src/core/codes.ts";
import { diagnose, type Severity } from "../../src/core/diagnostic.ts";
import type { Thread, Timeline } from "../../src/trace/timeline.ts";
import type { TraceEvent } from "../../src/trace/trace-event.ts";

export const rootFile = "sessions/rollout-root.jsonl";
export const began = Date.parse("2026-03-02T09:00:00.000Z");

/** A moment, in seconds since the session began. */
export function moment(seconds: number): string {
  return new Date(began + seconds * 1_000).toISOString();
}

type Own<Kind> = Omit<Extract<TraceEvent, { kind: Kind }>, "at" | "where" | "thread" | "agent" | "kind">;

/** An event of the root's thread unless `thread` and `agent` say another's, on a line of the root's file. */
export function happened<Kind extends TraceEvent["kind"]>(
  kind: Kind,
  seconds: number,
  line: number,
  own: Own<Kind> & { readonly thread?: string; readonly agent?: string },
): TraceEvent {
  const { thread = "root", agent = null, ...rest } = own;
  const file = thread === "root" ? rootFile : `sessions/rollout-${thread}.jsonl`;
  return { kind, at: moment(seconds), where: { file, line }, thread, agent, ...rest } as unknown as TraceEvent;
}

/** A thread from one second to another. */
export function thread(id: string, agent: string | null, from: number, to: number, tokens = 1_000): Thread {
  return {
    id,
    parent: agent === null ? null : "root",
    agent,
    name: null,
    file: `sessions/rollout-${id}.jsonl`,
    startedAt: moment(from),
    endedAt: moment(to),
    tokens: { input: tokens - 100, cachedInput: tokens >> 1, output: 100, reasoning: 0, total: tokens },
  };
}

/** A breach at an event, by its place in `events`. */
export function breach(
  events: readonly TraceEvent[],
  event: number,
  code: Code,
  message: string,
  more: { readonly severity?: Severity; readonly hint?: string; readonly stopped?: boolean } = {},
): Breach {
  const { stopped = false, ...finding } = more;
  const { file, line } = events[event]?.where ?? { file: "", line: 0 };
  return {
    event,
    stopped,
    diagnostic: diagnose(code, { message, where: { file, span: { line, column: 1 } }, ...finding }),
  };
}

/** An audit of these events, which a root alone went through unless `timeline` says more. */
export function reportOn(
  events: readonly TraceEvent[],
  { timeline = {}, ...more }: Partial<Omit<AuditReport, "timeline">> & { readonly timeline?: Partial<Timeline> } = {},
): AuditReport {
  return {
    timeline: {
      session: "01a1fbfc-9141-7fc3-b7ad-5c7db7524451",
      cwd: "/home/ada/shop",
      codex: "0.169.0",
      model: "gpt-6.1-sol",
      generation: 2,
      forkedFrom: null,
      threads: [thread("root", null, 0, 60)],
      events,
      notes: [],
      ...timeline,
    },
    recipe: "recipe-implement",
    story: [],
    stops: [],
    breaches: [],
    next: [],
    ...more,
  };
}
