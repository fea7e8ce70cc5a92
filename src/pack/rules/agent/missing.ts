import type { Finding } from "../../../core/diagnostic.ts";
import { didYouMean } from "../../../core/suggest.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { orchestrator } from "../../../workflow/graph.ts";
import { namedAgents } from "../../named-agents.ts";
import type { Pack } from "../../pack.ts";
import { packRule } from "../../rule.ts";

/** Every agent that a flow spawns, or that a project's own contract adds, has a file. */
export const missing = packRule("agent/missing", function* (pack) {
  const known = namedAgents(pack).map((agent) => agent.name);
  if (pack.kind === "baton") yield* ofFlows(pack, known);
  if (pack.kind === "project") yield* ofContract(pack, known);
});

function* ofFlows({ workflows }: Pack, known: readonly string[]): Iterable<Finding> {
  const reported = new Set<string>();
  for (const { source, parsed, flows } of workflows) {
    for (const flow of flows) {
      for (const { id, agent } of flow.nodes.values()) {
        if (agent === undefined || agent === orchestrator || known.includes(agent) || reported.has(agent)) continue;
        reported.add(agent);
        const span = parsed.locate(pointerOf(["workflows", flow.id, "nodes", id, "agent"]));
        yield {
          message: `the flow spawns "${agent}", and there is no ${agent}.toml`,
          hint: didYouMean(agent, known),
          where: { file: source.file, ...(span === undefined ? {} : { span }) },
        };
      }
    }
  }
}

function* ofContract({ contract }: Pack, known: readonly string[]): Iterable<Finding> {
  if (contract === undefined) return;
  for (const { name, index } of contract.written) {
    if (known.includes(name) || contract.shippedSchemas.has(name)) continue;
    const span = contract.parsed.locate(pointerOf(["agents", index, "name"]));
    yield {
      message: `the contract adds "${name}", and there is no .codex/agents/${name}.toml`,
      hint: didYouMean(name, known),
      where: { file: contract.source.file, ...(span === undefined ? {} : { span }) },
    };
  }
}
