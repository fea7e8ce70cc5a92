import type { FlowNode } from "../../workflow/graph.ts";
import type { Case } from "../case.ts";
import { mayRest } from "./departure.ts";
import type { Course } from "./follow.ts";
import { takeReport } from "./take.ts";

/**
 * The steps a flow still waits for when a turn ends; none when it may end there: at a stop point, at an answer that asks
 * for a person, with the report, or before anything has begun.
 */
export function owedAtTurnEnd({ flow }: Course, { positions, agents, ended }: Case): FlowNode[] {
  if (ended || agents.size === 0) return [];
  if (positions.some((position) => mayRest(flow, position) || takeReport(flow, position) !== undefined)) return [];
  const ids = positions.flatMap((position) => position.tokens.map((token) => token.node));
  const nodes = [...new Set(ids)].map((id) => flow.nodes.get(id)).filter((node) => node !== undefined);
  return nodes.filter((node) => node.type !== "join");
}
