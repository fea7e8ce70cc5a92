import { agentNamed } from "../../../contract/contract.ts";
import { closedList } from "../../../core/suggest.ts";
import { agentRule } from "../../rule.ts";

/** The instructions of an agent in the contract name every field that the orchestrator reads. */
export const answerMissing = agentRule("agent/answer-missing", function* (agent, { kind, contract }) {
  const defined = contract === undefined ? undefined : agentNamed(contract.contract, agent.name);
  if (defined === undefined || agent.instructions === undefined) return;
  const { source, start, end } = agent.instructions;
  const text = source.text.slice(start, end);
  const fields = defined.routingFields.map((field) => field.slice(field.lastIndexOf(".") + 1));
  const absent = fields.filter((field) => !new RegExp(`\\b${field.replace(/\W/g, "\\$&")}\\b`).test(text));
  if (absent.length === 0) return;
  yield {
    ...(kind === "baton" ? { severity: "error" as const } : {}),
    message: `the instructions do not name ${closedList(absent)}, on which the answer is routed`,
    hint: `paste what baton schema ${agent.name} --outline prints`,
    where: agent.fieldAt("/developer_instructions", "key"),
  };
});
