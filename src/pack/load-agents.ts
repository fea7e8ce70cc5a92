import type { Found } from "./discover.ts";
import { loadAgent } from "./load-agent.ts";
import type { AgentTable, CustomAgent } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";

/** Loads the file of each table first, as Codex does, then the files that no table beside them names. */
export function loadAgents(found: readonly Found[], tables: readonly AgentTable[], files: ReadFiles): CustomAgent[] {
  const { reader } = files;
  const place = (base: string, path: string): string => `${base}\0${reader.resolve(path)}`;
  const named = tables.flatMap(({ path, leads, scope }) =>
    path !== undefined && leads === "file" ? [place(scope.base, path)] : [],
  );
  return [
    ...tables.map((table) => loadNamed(table, files)),
    ...found.filter(({ path, scope }) => !named.includes(place(scope.base, path))).map((one) => loadAgent(one, files)),
  ].filter((agent) => agent !== undefined);
}

/** The file of a table; a link that leads out is remembered, and one that leads nowhere is the table's fault. */
function loadNamed(table: AgentTable, files: ReadFiles): CustomAgent | undefined {
  const { path, scope } = table;
  if (path === undefined || files.readIfThere(path) === undefined) return undefined;
  return loadAgent({ path, scope }, files, table);
}
