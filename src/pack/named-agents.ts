import type { Where } from "../core/diagnostic.ts";
import type { Pack, Scope } from "./pack.ts";

/** An agent that has a name, and where it is given. */
export interface NamedAgent {
  readonly name: string;
  readonly nameAt: Where;
  readonly scope: Scope;
}

/** Every agent that has a name: those of tables without a file first, as Codex reads tables first. */
export function namedAgents({ agents, tables }: Pack): NamedAgent[] {
  const alone = tables.filter((table) => !agents.some((agent) => agent.table === table));
  return [...alone.map(({ name, scope, fieldAt }) => ({ name, scope, nameAt: fieldAt("") })), ...agents].filter(
    ({ name }) => name !== "",
  );
}
