import { existsSync } from "node:fs";
import { join } from "node:path";
import { resolved } from "../install/resolved.ts";
import { Discovery } from "../pack/discover.ts";
import { diskReader } from "../pack/disk-reader.ts";
import { loadAgent } from "../pack/load-agent.ts";
import { ReadFiles } from "../pack/read-files.ts";
import type { AgentFile, ExpectedAgent } from "./facts.ts";
import type { Surroundings } from "./surroundings.ts";

/** Agent files that Codex scans for a session and that are not of the install. */
export function otherAgents(
  agents: readonly ExpectedAgent[],
  { directories, codexHome, place, named }: Surroundings,
): AgentFile[] {
  const folders = [...new Set([...directories.map((directory) => resolved(join(directory, ".codex"))), codexHome])];
  const own = folders.indexOf(place.codexFolder);
  return folders.flatMap((folder, at) =>
    agentsIn(folder).flatMap(({ name, description, path }): AgentFile[] => {
      if (agents.some((agent) => agent.path === path)) return [];
      const rival = agents.find((agent) => agent.name === name);
      const preferred = at < own || (at === own && rival !== undefined && path < rival.path);
      return [{ ...named(path), name, description, preferred }];
    }),
  );
}

function agentsIn(folder: string): { name: string; description: string; path: string }[] {
  if (!existsSync(join(folder, "agents"))) return [];
  const reader = diskReader(folder, folder);
  const found = new Discovery(reader);
  found.agentsIn({ root: "agents", base: "", kind: "live" });
  const files = new ReadFiles(reader);
  return found.agents.flatMap((one) => {
    const agent = loadAgent(one, files);
    if (agent === undefined) return [];
    const { description } = agent.fields;
    const text = typeof description === "string" ? description : "";
    return [{ name: agent.name, description: text, path: resolved(join(folder, one.path)) }];
  });
}
