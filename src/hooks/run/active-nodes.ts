import type { Case } from "../../audit/case.ts";
import type { Flow, FlowNode } from "../../workflow/graph.ts";

/** What a flow's node is doing: an agent works on it, a person is asked there, or its answer waits for a person. */
export type Activity = "running" | "waiting" | "held";

/** The nodes of a flow at which something is going on. */
export function activeNodes(flow: Flow, { positions, stops }: Case): ReadonlyMap<string, Activity> {
  const active = new Map<string, Activity>();
  const [first] = positions;
  for (const position of positions) {
    for (const { node: id, state } of position.tokens) {
      const node = flow.nodes.get(id);
      if (node === undefined) continue;
      if (state === "running") active.set(id, "running");
      else if (state === "held") active.set(stepBehind(flow, node).id, "held");
      else if (node.type === "approval" && position === first && isOpen(node, stops)) active.set(id, "waiting");
    }
  }
  return active;
}

/** A stop point that a person's message has opened waits no more, even where the flow may come back to it. */
function isOpen({ stop }: FlowNode, stops: Case["stops"]): boolean {
  return stop === undefined || stops.some((one) => one.stop === stop && one.answered === null);
}

/** The nodes that can still be come to. */
export function reachableNodes(flow: Flow, { positions }: Case): ReadonlySet<string> {
  const waiting = positions.flatMap((position) => position.tokens.map((token) => token.node));
  const reached = new Set(waiting);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { to } of flow.nodes.get(id)?.edges ?? []) {
      if (!reached.has(to)) waiting.push(to);
      reached.add(to);
    }
  }
  return reached;
}

/** Work held at a branch is the step's whose answer led there. */
function stepBehind(flow: Flow, node: FlowNode): FlowNode {
  if (isStep(node)) return node;
  const before = [...flow.nodes.values()].find((one) => isStep(one) && one.edges.some(({ to }) => to === node.id));
  return before ?? node;
}

/** Whether a run has a step for the node: somebody's work, or a stop point. */
export function isStep({ type }: FlowNode): boolean {
  return type === "agent_task" || type === "approval";
}
