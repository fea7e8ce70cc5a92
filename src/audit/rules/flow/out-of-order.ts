import type { Moment } from "../../moment.ts";
import { allowedWords, departureRule } from "../departure-rule.ts";

/** A step starts after the steps it builds on. */
export const outOfOrder = departureRule("flow/out-of-order", "order", (agent, departure, moment) => ({
  message: `"${agent}" starts out of order; ${reason(agent, departure.missing, moment)}`,
  hint: `the flow waits for ${allowedWords(departure)}`,
}));

function reason(agent: string, missing: readonly string[], { before, course }: Moment): string {
  const tokens = before.positions.flatMap((position) => position.tokens);
  const isAtWork = tokens.some(
    ({ state, node }) => state === "running" && course.flow.nodes.get(node)?.agent === agent,
  );
  if (isAtWork) return "it is still at work";
  return missing.length === 0 ? "the flow is past it" : `still owed: ${missing.join(", ")}`;
}
