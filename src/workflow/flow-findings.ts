import type { Contract } from "../contract/contract.ts";
import type { Code } from "../core/codes.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import type { Parsed } from "../parse/parsed.ts";
import { pointerOf } from "../parse/parsed.ts";
import { type Flow, orchestrator } from "./graph.ts";
import { expressionProblems } from "./node-expressions.ts";

/** Reference integrity: nodes, agents, stops and handoffs a flow names exist, every node can be reached, and so can an end. */
export function flowFindings(flow: Flow, parsed: Parsed, contract: Contract): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const report = (code: Code, path: readonly string[], message: string, hint?: string): void => {
    const pointer = pointerOf(["workflows", flow.id, ...path]);
    const span = parsed.locate(pointer);
    findings.push(
      diagnose(code, { message, hint, where: { file: flow.file, pointer, ...(span === undefined ? {} : { span }) } }),
    );
  };
  const known = (code: Code, path: readonly string[], kind: string, name: string, names: readonly string[]): void => {
    if (!names.includes(name))
      report(code, path, `"${name}" is not ${kind}, there are ${closedList(names, 30)}`, didYouMean(name, names));
  };
  const nodes = [...flow.nodes.keys()];
  const agents = [orchestrator, ...contract.agents.map((agent) => agent.name)];
  const stops = contract.stops.map((stop) => stop.id);
  const handoffs = contract.handoffs.flatMap((handoff) => handoff.passes.map((passed) => passed.name));
  known("workflow/unknown-node", ["start"], "a node", flow.start, nodes);
  for (const node of flow.nodes.values()) {
    for (const edge of node.edges)
      known("workflow/unknown-node", ["nodes", node.id, ...edge.at], "a node", edge.to, nodes);
    if (node.agent !== undefined)
      known("workflow/unknown-agent", ["nodes", node.id, "agent"], "an agent of the contract", node.agent, agents);
    if (node.stop !== undefined)
      known("workflow/unknown-stop", ["nodes", node.id, "stop"], "a stop point", node.stop, stops);
    for (const [path, { message, hint }] of expressionProblems(node))
      report("workflow/expression", ["nodes", node.id, ...path], message, hint);
    for (const [index, name] of node.passes.entries())
      known("workflow/unknown-handoff", ["nodes", node.id, "passes", String(index)], "a handoff", name, handoffs);
  }
  if (!flow.nodes.has(flow.start)) return findings;
  const reached = reachable(flow);
  for (const id of nodes) {
    if (!reached.has(id))
      report("workflow/unreachable", ["nodes", id], `no way leads to "${id}"`, "lead an edge to it, or remove it");
  }
  if (![...reached].some((id) => flow.nodes.get(id)?.type === "end"))
    report("workflow/endless", [], "no end can be reached from the start");
  return findings;
}

function reachable(flow: Flow): Set<string> {
  const reached = new Set<string>();
  const waiting = [flow.start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(flow.nodes.get(id)?.edges ?? []).map((edge) => edge.to));
  }
  return reached;
}
