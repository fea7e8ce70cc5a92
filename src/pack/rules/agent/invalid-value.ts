import type { Finding } from "../../../core/diagnostic.ts";
import { closedList, didYouMean } from "../../../core/suggest.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { agentKeys, approvalPolicies, type KeyForm } from "../../codex-keys.ts";
import type { AgentTable, CustomAgent } from "../../pack.ts";
import { asRecord } from "../../record.ts";
import { packRule } from "../../rule.ts";
import { unknownSettings } from "../../unknown-settings.ts";

/** Every key of an agent has a value of the kind, or one of the words, that Codex takes. */
export const invalidValue = packRule("agent/invalid-value", function* ({ agents, tables }) {
  for (const agent of agents) yield* inFile(agent);
  for (const table of tables) yield* inTable(table);
});

function* inFile(agent: CustomAgent): Iterable<Finding> {
  for (const [key, value] of Object.entries(agent.fields)) {
    const form = key === "approval_policy" && asRecord(value) === undefined ? approvalPolicies : agentKeys.get(key);
    if (form === undefined || takes(form, value)) continue;
    const isWord = typeof form !== "string";
    yield {
      message: `"${key}" is ${isWord ? `not one of ${closedList(form)}` : `not ${words[form]}`}, Codex drops the whole agent`,
      hint: isWord && typeof value === "string" ? didYouMean(value, form) : undefined,
      where: agent.fieldAt(`/${key}`),
    };
  }
  yield* blankEffort(agent);
  yield* strictTables(agent);
}

/** Of an agent's table in config.toml; its nicknames have a rule of their own. */
function* inTable({ fields, fieldAt }: AgentTable): Iterable<Finding> {
  for (const key of ["description", "config_file"]) {
    if (fields[key] === undefined || takes("text", fields[key])) continue;
    yield { message: `"${key}" is not text, Codex does not start`, where: fieldAt(`/${key}`) };
  }
}

const words: Readonly<Record<Exclude<KeyForm, readonly string[]>, string>> = {
  text: "text",
  boolean: "true or false",
  integer: "a whole number",
  list: "a list",
  table: "a table",
  any: "anything",
};

function takes(form: KeyForm, value: unknown): boolean {
  switch (form) {
    case "any":
      return true;
    case "text":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return typeof value === "bigint" || Number.isInteger(value);
    case "list":
      return Array.isArray(value);
    case "table":
      return asRecord(value) !== undefined;
    default:
      return form.some((word) => word === value);
  }
}

function* blankEffort({ fields, fieldAt }: CustomAgent): Iterable<Finding> {
  const effort = fields["model_reasoning_effort"];
  if (typeof effort !== "string" || effort.trim() !== "") return;
  const message = '"model_reasoning_effort" is blank, Codex drops the whole agent';
  yield { message, where: fieldAt("/model_reasoning_effort") };
}

function* strictTables({ fields, fieldAt }: CustomAgent): Iterable<Finding> {
  for (const { path, known } of unknownSettings(fields)) {
    yield {
      message: `"${path.join(".")}" is not a setting, Codex drops the whole agent`,
      hint: didYouMean(path.at(-1) ?? "", known),
      where: fieldAt(pointerOf(path), "key"),
    };
  }
}
