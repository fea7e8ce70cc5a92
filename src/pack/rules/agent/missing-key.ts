import type { Finding } from "../../../core/diagnostic.ts";
import { isAbove } from "../../is-above.ts";
import type { AgentTable, CustomAgent, Pack, Scope } from "../../pack.ts";
import { packRule } from "../../rule.ts";

/**
 * An agent has a name, a description and instructions, none of them blank. One that a table of config.toml names may
 * have the first two there, and no instructions.
 */
export const missingKey = packRule("agent/missing-key", function* (pack) {
  for (const agent of pack.agents) yield* inFile(agent, pack);
  for (const table of pack.tables) yield* inTable(table, pack);
});

function* inFile({ name, fields, fieldAt, table, scope }: CustomAgent, pack: Pack): Iterable<Finding> {
  for (const key of ["name", "description", "developer_instructions"]) {
    const value = fields[key];
    if (isBlank(value)) {
      if (key !== "name" || table === undefined)
        yield { message: `"${key}" is blank, Codex drops the agent`, where: fieldAt(`/${key}`) };
    } else if (value === undefined && table === undefined) {
      if (key !== "description" || !isDescribedAbove(name, scope, pack))
        yield { message: `"${key}" is missing, Codex drops the agent`, where: fieldAt("") };
    }
  }
}

function* inTable(table: AgentTable, pack: Pack): Iterable<Finding> {
  const { name, fields, fieldAt, leads, scope } = table;
  if (isBlank(fields["description"])) {
    yield { message: '"description" is blank, Codex drops the agent', where: fieldAt("/description") };
    return;
  }
  const agent = pack.agents.find((one) => one.table === table);
  // A file that is not there, or cannot be read, is reported as such; it may well have a description.
  if (agent === undefined && leads !== undefined) return;
  if (fields["description"] !== undefined || agent?.fields["description"] !== undefined) return;
  if (isDescribedAbove(agent?.name ?? name, scope, pack)) return;
  yield {
    message: `"description" is missing${agent === undefined ? "" : `, here and in ${agent.source.file}`}, Codex drops the agent`,
    where: fieldAt(""),
  };
}

function isBlank(value: unknown): boolean {
  return typeof value === "string" && value.trim() === "";
}

/** An agent takes over the description of its namesake in a directory above. */
function isDescribedAbove(name: string, { base }: Scope, { agents, tables }: Pack): boolean {
  return [...agents, ...tables].some(
    (one) => isAbove(one.scope.base, base) && one.name === name && one.fields["description"] !== undefined,
  );
}
