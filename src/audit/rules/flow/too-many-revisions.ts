import { departureRule } from "../departure-rule.ts";

/** What a piece of work has been revised for as often as the contract allows goes to a person. */
export const tooManyRevisions = departureRule("flow/too-many-revisions", "revisions", (agent, _, { course }) => ({
  message: `"${agent}" starts after ${course.contract.limits.revisions} revisions of the same work`,
  hint: "put the findings that are still open before the person and end your turn",
}));
