import type { Expression } from "./expression.ts";

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
  /** The state variable its answer is kept in; the answer's route is kept in the same with `_route` behind it. */
  readonly output?: string;
  /** State variables set from fields of its answer (dotted paths); of a list, how many items it has. */
  readonly sets?: Readonly<Record<string, string>>;
  /** State variables an expression node computes. */
  readonly set?: Readonly<Record<string, string>>;
  /** What the orchestrator's own work leaves that can be seen afterwards. */
  readonly leaves?: "commit" | "files" | "report";
  /** Which branches of a parallel node run when it is entered again: all, or those that did not proceed. */
  readonly rerun?: "all" | "failed";
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
  /** The state variables with what they begin with; empty is not known yet. */
  readonly state: Readonly<Record<string, string>>;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** What its conditions and computations say, by their texts; one that is no expression has none. */
  readonly expressions: Readonly<Record<string, Expression>>;
}

/** A flow with what it was read from. */
export interface SourcedFlow extends Flow {
  /** SHA-256 (hex) of its file's text, with LF line ends. */
  readonly sha256: string;
}

/** The session itself, where a node's work is the orchestrator's own: a plan, a commit, a report. */
export const orchestrator = "orchestrator";
