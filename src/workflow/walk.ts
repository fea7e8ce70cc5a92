import type { Flow, FlowNode } from "./graph.ts";

/** A step on the good way through a flow: nothing is rejected, nothing revised. */
export interface WalkedStep {
  readonly node: FlowNode;
  /** The state variable without which the step is left out. */
  readonly onlyIf?: string;
}

/**
 * The steps of the good way, with branches on a named variable decided by `state`. A branch on a variable that `state`
 * does not name and that has a `true` way is walked as an option; the walk ends where a branch computes something.
 */
export function walk(flow: Flow, state: Readonly<Record<string, string>>): WalkedStep[] {
  const steps: WalkedStep[] = [];
  const seen = new Set<string>();
  let option: { variable: string; until: string } | undefined;
  let id: string | undefined = flow.start;
  while (id !== undefined && !seen.has(id)) {
    const node: FlowNode | undefined = flow.nodes.get(id);
    if (node === undefined) break;
    seen.add(id);
    if (option?.until === id) option = undefined;
    if (node.type === "agent_task" || node.type === "approval") {
      steps.push({ node, ...(option === undefined ? {} : { onlyIf: option.variable }) });
    }
    const condition: string = node.condition ?? "";
    if (node.type === "branch" && !/^\w+$/.test(condition)) break;
    const next: string | undefined = way(node, state);
    const skipped = node.edges.find((edge) => edge.when === "false")?.to;
    if (node.type === "branch" && state[condition] === undefined && skipped !== undefined)
      option = { variable: condition, until: skipped };
    id = next;
  }
  return steps;
}

function way(node: FlowNode, state: Readonly<Record<string, string>>): string | undefined {
  const decided = node.condition === undefined ? undefined : state[node.condition];
  for (const when of [decided, "approve", "proceed", "true"]) {
    const edge = when === undefined ? undefined : node.edges.find((one) => one.when === when);
    if (edge !== undefined) return edge.to;
  }
  return node.edges.find((edge) => edge.when === undefined)?.to;
}
