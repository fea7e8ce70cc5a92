import { allowedWords, departureRule } from "../departure-rule.ts";

/** A verifier that has passed is not asked again. */
export const passedVerifierRerun = departureRule("flow/passed-verifier-rerun", "passed", (agent, departure) => ({
  message: `"${agent}" has passed and runs again`,
  hint: `run only what failed; the flow waits for ${allowedWords(departure)}`,
}));
