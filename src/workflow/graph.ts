/** A node of a flow, whatever dialect it was written in. Edges name other nodes of the same graph. */
export interface FlowNode {
  readonly id: string;
  readonly type: "agent_task" | "parallel" | "join" | "branch" | "approval" | "expression" | "end";
  readonly agent?: string;
  readonly comment?: string;
  readonly condition?: string;
  /** The stop point of the contract this node is. */
  readonly stop?: string;
  /** The handoffs (by name, as the contract has them) that must travel with the spawn. */
  readonly passes: readonly string[];
  readonly edges: readonly FlowEdge[];
}

export interface FlowEdge {
  readonly to: string;
  /** Where in the written node it is named, as segments of a JSON pointer. */
  readonly at: readonly string[];
  /** What leads here: a branch's value, `default`, `approve`, `reject`, `error`; absent for the plain way on. */
  readonly when?: string;
}

/** One workflow as a graph. */
export interface Flow {
  readonly id: string;
  readonly file: string;
  readonly start: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
}

/** The session itself, where a node's work is the orchestrator's own: a plan, a commit, a report. */
export const orchestrator = "orchestrator";
