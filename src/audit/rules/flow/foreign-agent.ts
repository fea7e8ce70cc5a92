import { orchestrator } from "../../../workflow/graph.ts";
import { allowedWords, departureRule } from "../departure-rule.ts";

/** Only agents that the flow names work in it. */
export const foreignAgent = departureRule("flow/foreign-agent", "foreign", (agent, departure, { course }) => {
  const named = [...course.flow.nodes.values()].map((node) => node.agent).filter((name) => name !== undefined);
  const allowed = [...new Set(named)].filter((name) => name !== orchestrator).sort();
  return {
    message: `"${agent}" is not an agent of the flow, there are ${allowed.join(", ")}`,
    hint: `the flow waits for ${allowedWords(departure)}`,
  };
});
