import { departureRule } from "../departure-rule.ts";

/** An answer that puts the work before a person is answered by a person. */
export const haltIgnored = departureRule("flow/halt-ignored", "halt", (agent, { missing }) => ({
  message: `"${agent}" starts over the answer "${missing[0]}", which nobody has decided on`,
  hint: "put that answer, with its reason and the choices, before the person and end your turn",
}));
