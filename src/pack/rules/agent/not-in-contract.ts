import { closedList, didYouMean } from "../../../core/suggest.ts";
import { agentRule } from "../../rule.ts";

/** Every agent of a pack with a contract is defined there. */
export const notInContract = agentRule("agent/not-in-contract", function* ({ name, nameAt }, { kind, contract }) {
  const names = contract?.contract.agents.map((agent) => agent.name) ?? [];
  if (kind !== "baton" || names.length === 0 || name === "" || names.includes(name)) return;
  yield {
    message: `"${name}" is not an agent of the contract, which has ${closedList(names, 30)}`,
    hint: didYouMean(name, names) ?? "add it under agents in the contract",
    where: nameAt,
  };
});
