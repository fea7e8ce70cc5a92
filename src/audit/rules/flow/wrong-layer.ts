import { agentNamed } from "../../../contract/contract.ts";
import { allowedWords, departureRule } from "../departure-rule.ts";

/** An agent works in the layer that the flow covers. */
export const wrongLayer = departureRule("flow/wrong-layer", "layer", (agent, departure, { course }) => {
  const layer = agentNamed(course.contract, agent)?.layer ?? "";
  return {
    message: `"${agent}" works on the ${layer}, which this flow does not cover`,
    hint: `the flow waits for ${allowedWords(departure)}`,
  };
});
