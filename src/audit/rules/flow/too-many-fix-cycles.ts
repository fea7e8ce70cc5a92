import { departureRule } from "../departure-rule.ts";

/** Failed verifiers are answered by as many fixes as the contract allows, then by a person. */
export const tooManyFixCycles = departureRule("flow/too-many-fix-cycles", "fix-cycles", (agent, _, { course }) => {
  const { verificationFixCycles: cycles } = course.contract.limits;
  return {
    message: `"${agent}" starts after ${cycles} fix cycle${cycles === 1 ? "" : "s"} that left a verifier failing`,
    hint: "put what still fails before the person and end your turn",
  };
});
