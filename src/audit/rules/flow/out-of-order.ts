import { allowedWords, departureRule } from "../departure-rule.ts";

/** A step starts after the steps it builds on. */
export const outOfOrder = departureRule("flow/out-of-order", "order", (agent, departure) => {
  const { missing } = departure;
  const owed = missing.length === 0 ? "the flow is past it" : `still owed: ${missing.join(", ")}`;
  return {
    message: `"${agent}" starts out of order; ${owed}`,
    hint: `the flow waits for ${allowedWords(departure)}`,
  };
});
