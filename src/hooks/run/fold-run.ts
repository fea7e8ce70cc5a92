import { type Case, emptyCase } from "../../audit/case.ts";
import { evolveCase } from "../../audit/evolve-case.ts";
import type { Course } from "../../audit/follow/follow.ts";
import { agentNamed, type Contract } from "../../contract/contract.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { routeAnswer, routeInvalid } from "../../response/route-answer.ts";
import type { Verdict } from "../../response/validate-answer.ts";
import { capText, limits } from "../../run/cap-text.ts";
import type { Observed, RunEvent } from "../../run/event.ts";
import type { JsonObject } from "../../run/json-value.ts";
import type { Answer, PersonMessage, TraceEvent } from "../../trace/trace-event.ts";
import { flowOfSnapshot } from "./flow-snapshot.ts";

/** What a recipe's run knows: the flow it follows, and the case its events come to. */
export interface FoldedRun {
  readonly course: Course;
  readonly state: Case;
  /** How often each thread, the root's by the session's id, was sent on since it was last asked something. */
  readonly sentOn: ReadonlyMap<string, number>;
}

/**
 * Folds a run's history, oldest event first; undefined for a run that no recipe opened.
 * @param from what the events before those came to, the opening aside
 */
export function foldRun(
  events: readonly RunEvent[],
  contract: Contract,
  from: Pick<FoldedRun, "state" | "sentOn"> = { state: emptyCase, sentOn: new Map() },
): FoldedRun | undefined {
  const [opening] = events;
  const flow = opening?.kind === "run_opened" ? flowOfSnapshot(opening.payload.definition) : undefined;
  if (flow === undefined) return undefined;
  const observing = new Set(events.filter((event) => event.kind === "observed").map((event) => event.revision));
  let folded: FoldedRun = { course: { flow, contract }, state: from.state, sentOn: from.sentOn };
  for (const event of events) {
    const seen = seenIn(event, observing);
    if (seen !== undefined) folded = foldEvent(folded, seen.event, verdictKept(seen, contract));
  }
  return folded;
}

/** What is known after one more event. */
export function foldEvent(folded: FoldedRun, event: TraceEvent, verdict: Verdict | undefined): FoldedRun {
  const { after } = evolveCase(folded.course, folded.state, event, verdict);
  return { ...folded, state: after, sentOn: countSentOn(folded.sentOn, event) };
}

function countSentOn(before: FoldedRun["sentOn"], event: TraceEvent): FoldedRun["sentOn"] {
  switch (event.kind) {
    case "sent_on":
      return new Map(before).set(event.thread, (before.get(event.thread) ?? 0) + 1);
    case "person_message":
    case "answer":
      return without(before, event.thread);
    case "agent_addressed":
      return event.as === "task" ? without(before, event.target) : before;
    default:
      return before;
  }
}

function without(counts: FoldedRun["sentOn"], thread: string): FoldedRun["sentOn"] {
  if (!counts.has(thread)) return counts;
  const left = new Map(counts);
  left.delete(thread);
  return left;
}

interface Seen {
  readonly event: TraceEvent;
  readonly valid?: boolean;
  readonly findings?: readonly Diagnostic[];
}

/** The event of a session that a run's event stands for. A person who decides at a terminal has spoken, too. */
function seenIn(event: RunEvent, observing: ReadonlySet<number>): Seen | undefined {
  if (event.kind === "observed") return event.payload as unknown as Seen;
  if (event.kind !== "approval_decided" || observing.has(event.revision)) return undefined;
  const { decision, words } = event.payload;
  const text = decision === "rejected" ? `rejected: ${words ?? ""}` : (words ?? "approved");
  return { event: { ...personAt(event.at), text } };
}

function personAt(at: string): Omit<PersonMessage, "text"> {
  return { kind: "person_message", at, where: { file: "baton run", line: 0 }, thread: "", agent: null };
}

/** What a kept answer was found to be worth when it came: it is not checked again. */
function verdictKept({ event, valid, findings = [] }: Seen, contract: Contract): Verdict | undefined {
  if (event.kind !== "answer" || event.failed !== null || event.agent === null || valid === undefined) return undefined;
  const agent = agentNamed(contract, event.agent);
  if (agent === undefined) return undefined;
  const answer = parsed(event);
  const isValid = valid && answer !== undefined;
  const routed = isValid ? routeAnswer(agent, answer) : routeInvalid(contract, agent);
  return { file: "answer", agent: agent.name, valid: isValid, answer, findings, routed };
}

function parsed({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** So many findings tell what is wrong with an answer. */
const mostFindings = 5;

/** An event as a run keeps it, with what an answer is worth. */
export function keptEvent(event: TraceEvent, verdict: Verdict | undefined): Observed {
  const kept = { event: JSON.parse(JSON.stringify(event)) as Observed["event"] };
  if (verdict === undefined) return kept;
  if (verdict.valid) return { ...kept, valid: true };
  const errors = verdict.findings.filter((finding) => finding.severity === "error");
  return { ...kept, valid: false, findings: errors.slice(0, mostFindings).map(keptFinding) };
}

function keptFinding({ code, severity, message, where }: Diagnostic): JsonObject {
  const { file, pointer } = where;
  const said = capText(message, limits.title);
  return { code, severity, message: said, where: pointer === undefined ? { file } : { file, pointer } };
}
