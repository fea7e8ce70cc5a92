import { agentRule } from "../../rule.ts";

const required = ["name", "description", "developer_instructions"];

/** An agent has a name, a description and instructions, none of them blank. */
export const missingKey = agentRule("agent/missing-key", function* ({ fields, fieldAt }) {
  for (const key of required) {
    const value = fields[key];
    if (value !== undefined && (typeof value !== "string" || value.trim() !== "")) continue;
    yield {
      message: `"${key}" is ${value === undefined ? "missing" : "blank"}, Codex drops the agent`,
      where: fieldAt(value === undefined ? "" : `/${key}`),
    };
  }
});
