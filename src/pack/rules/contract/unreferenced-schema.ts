import { didYouMean } from "../../../core/suggest.ts";
import { packRule } from "../../rule.ts";

/** Every schema belongs to an agent of the contract. */
export const unreferencedSchema = packRule("contract/unreferenced-schema", function* ({ contract, schemas }) {
  if (contract === undefined) return;
  const names = contract.contract.agents.map((agent) => agent.name);
  for (const { agent, source } of schemas) {
    if (names.length === 0 || names.includes(agent)) continue;
    yield {
      message: `the contract has no agent "${agent}"`,
      hint: didYouMean(agent, names) ?? "add the agent to the contract, or remove the schema",
      where: { file: source.file },
    };
  }
});
