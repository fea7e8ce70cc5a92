import { agentNamed, type Contract } from "../contract/contract.ts";
import { diagnose } from "../core/diagnostic.ts";
import type { AnswerSchema } from "../response/answer-schema.ts";
import { type Verdict, validateAnswer } from "../response/validate-answer.ts";
import type { Timeline } from "../trace/timeline.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import type { Flow } from "../workflow/graph.ts";
import type { AuditReport, Breach, StoryLine } from "./audit-report.ts";
import { emptyCase } from "./case.ts";
import { checkMoment } from "./check-moment.ts";
import { evolveCase } from "./evolve-case.ts";
import { allowedNow } from "./follow/departure.ts";
import type { Moment } from "./moment.ts";
import type { Fault, Rule } from "./rule.ts";
import { tellEvent } from "./tell-event.ts";

/** What a session is held to. */
export interface AuditRules {
  readonly contract: Contract;
  /** The flow of a recipe by its name; undefined where it has none. */
  readonly flowOf: (recipe: string) => Promise<Flow | undefined>;
  readonly schemasFor: (agent: string) => Promise<readonly AnswerSchema[]>;
  readonly rules: readonly Rule[];
}

/** Follows a session through the flow of the recipe it invoked and reports every rule it broke, in the order of its events. */
export async function auditTimeline(timeline: Timeline, held: AuditRules): Promise<AuditReport> {
  const flow = await invokedFlow(timeline.events, held);
  if (flow === undefined) return { timeline, recipe: null, story: [], stops: [], breaches: [], next: [] };
  const course = { flow, contract: held.contract };
  const breaches: Breach[] = [];
  const story: StoryLine[] = [];
  let state = emptyCase;
  for (const [index, event] of timeline.events.entries()) {
    const verdict = await judge(event, held);
    const { after, departure } = evolveCase(course, state, event, verdict);
    const moment: Moment = {
      event,
      before: state,
      course,
      ...(departure && { departure }),
      ...(verdict && { verdict }),
    };
    for (const [rule, fault] of checkMoment(moment, held.rules)) breaches.push(breach(timeline, rule, fault, index));
    const words = tellEvent(moment, after);
    if (words !== undefined) story.push({ event: index, words });
    state = after;
  }
  return {
    timeline,
    recipe: flow.id,
    story,
    stops: state.stops,
    breaches: breaches.toSorted((one, other) => one.event - other.event),
    next: allowedNow(flow, state.positions),
  };
}

/** What an answer of an agent of the contract is worth; undefined for every other event. */
export async function judge(
  event: TraceEvent,
  { contract, schemasFor }: Pick<AuditRules, "contract" | "schemasFor">,
): Promise<Verdict | undefined> {
  if (event.kind !== "answer" || event.failed !== null || event.agent === null) return undefined;
  if (agentNamed(contract, event.agent) === undefined) return undefined;
  const schemas = await schemasFor(event.agent);
  return validateAnswer({ file: "answer", text: event.text, agent: event.agent }, { contract, schemas });
}

async function invokedFlow(events: readonly TraceEvent[], { flowOf }: AuditRules): Promise<Flow | undefined> {
  for (const event of events) {
    if (event.kind !== "skill_invoked") continue;
    const flow = await flowOf(event.skill);
    if (flow !== undefined) return flow;
  }
  return undefined;
}

function breach(timeline: Timeline, rule: Rule, fault: Fault, index: number): Breach {
  const at = fault.event ?? index;
  const event = timeline.events[at];
  const { file, line } = event?.where ?? { file: timeline.session, line: 0 };
  const { message, hint } = fault;
  return {
    event: at,
    diagnostic: diagnose(rule.code, { message, hint, where: { file, ...(line > 0 && { span: { line, column: 1 } }) } }),
    stopped: event !== undefined && "refused" in event && event.refused !== null,
  };
}
