import type { FlowNode } from "../../workflow/graph.ts";
import type { Case } from "../case.ts";
import type { Course } from "../follow/follow.ts";

/** A step an agent may be at, and whether it came back to it with findings. */
export interface StepAt {
  readonly node: FlowNode;
  readonly isReturn: boolean;
}

/** The steps at which an agent of a type is, or would be if it started now; with a thread, that one agent. */
export function stepsAt({ flow }: Course, { positions }: Case, type: string, thread?: string): readonly StepAt[] {
  const found = new Map<string, StepAt>();
  for (const { tokens, revisions } of positions) {
    for (const token of tokens) {
      const node = flow.nodes.get(token.node);
      const isThere = thread === undefined ? token.state !== "held" : token.thread === thread;
      if (node?.agent !== type || !isThere) continue;
      const isReturn = (revisions[node.id] ?? 0) > 0 && (found.get(node.id)?.isReturn ?? true);
      found.set(node.id, { node, isReturn });
    }
  }
  return [...found.values()];
}
