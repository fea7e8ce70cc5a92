import type { TraceEvent } from "../trace/trace-event.ts";
import type { StopReached } from "./audit-report.ts";
import type { Case } from "./case.ts";
import type { Course } from "./follow/follow.ts";
import type { Position } from "./follow/position.ts";

/** The stop points reached so far, each with the message that opened it. */
export function evolveStops(
  { flow }: Course,
  before: Case,
  positions: readonly Position[],
  event: TraceEvent,
): Case["stops"] {
  if (positions === before.positions && event.kind !== "person_message") return before.stops;
  const waiting = stopsOf(flow, positions);
  const words = event.kind === "person_message" ? { at: event.at, where: event.where, words: event.text } : undefined;
  const pending = stopsOf(flow, before.positions);
  const answered = before.stops.map((stop) =>
    words !== undefined && stop.answered === null && pending.includes(stop.stop) ? { ...stop, answered: words } : stop,
  );
  const open = answered.filter((stop) => stop.answered === null).map((stop) => stop.stop);
  const reached = waiting
    .filter((stop) => !open.includes(stop) && (!pending.includes(stop) || words !== undefined))
    .map((stop): StopReached => ({ stop, reachedAt: event.at, where: event.where, answered: null }));
  return reached.length === 0 ? answered : [...answered, ...reached];
}

function stopsOf(flow: Course["flow"], positions: readonly Position[]): string[] {
  const [first] = positions;
  const nodes = (first?.tokens ?? []).map((token) => flow.nodes.get(token.node));
  return nodes.flatMap((node) => (node?.type === "approval" && node.stop !== undefined ? [node.stop] : []));
}
