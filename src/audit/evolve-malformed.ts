import type { Verdict } from "../response/validate-answer.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import { answerFault } from "./answer-fault.ts";
import type { Case, MalformedAnswer } from "./case.ts";
import type { Course } from "./follow/follow.ts";
import { isAside } from "./is-aside.ts";
import { isBuiltOn } from "./is-built-on.ts";

const none: readonly MalformedAnswer[] = [];

/** The malformed answers of which nobody knows yet whether they go back to their agents, or something is built on them. */
export function evolveMalformed(
  { contract }: Course,
  before: Case,
  event: TraceEvent,
  verdict: Verdict | undefined,
): Case["malformed"] {
  const { malformed } = before;
  if (event.kind === "answer") return answered(contract, before, event, verdict);
  if (malformed.length === 0) return malformed;
  if (isBuiltOn(malformed, event)) return none;
  if (event.agent !== null || !("refused" in event) || event.refused !== null) return malformed;
  if (event.kind === "spawn") return malformed.filter((one) => one.type !== (event.type ?? "default"));
  if (event.kind !== "agent_addressed" || event.as === "note") return malformed;
  return malformed.filter((one) => one.thread !== event.target);
}

function answered(
  contract: Course["contract"],
  before: Case,
  { thread }: Extract<TraceEvent, { kind: "answer" }>,
  verdict: Verdict | undefined,
): Case["malformed"] {
  const others = before.malformed.some((one) => one.thread === thread)
    ? before.malformed.filter((one) => one.thread !== thread)
    : before.malformed;
  const agent = before.agents.get(thread);
  if (verdict === undefined || agent === undefined || isAside(before, thread)) return others;
  const fault = answerFault(verdict, contract);
  return fault === undefined ? others : [...others, { ...fault, thread, type: agent.type, event: before.events }];
}
