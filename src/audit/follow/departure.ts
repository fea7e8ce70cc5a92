import type { Agent, Contract } from "../../contract/contract.ts";
import { type Flow, type FlowNode, orchestrator } from "../../workflow/graph.ts";
import type { Position, Token } from "./position.ts";
import { waitsForPerson } from "./take.ts";

/** How a session left its flow. */
export type DepartureKind =
  /** An agent the flow does not name. */
  | "foreign"
  /** An agent of a layer the flow does not cover. */
  | "layer"
  /** A stop point lies between here and there. */
  | "stop"
  /** An answer that asks for a person does. */
  | "halt"
  /** The work has gone back to its author as often as it may. */
  | "revisions"
  /** The failed verifiers were fixed as often as they may be. */
  | "fix-cycles"
  /** A verifier that has passed. */
  | "passed"
  /** Steps lie between here and there. */
  | "order";

export interface Departure {
  readonly kind: DepartureKind;
  /** What lies between: stop points, steps, the status that asks for a person. */
  readonly missing: readonly string[];
  /** What the flow allowed instead. */
  readonly allowed: readonly string[];
}

/** Why the flow has no place for an agent of this type now. Called only when it has none. */
export function classify(flow: Flow, contract: Contract, positions: readonly Position[], type: string): Departure {
  const allowed = allowedNow(flow, positions);
  const named = [...flow.nodes.values()].filter((node) => node.agent === type);
  if (named.length === 0)
    return { kind: isOfOtherLayer(flow, contract, type) ? "layer" : "foreign", missing: [], allowed };
  for (const position of positions) {
    const held = position.tokens.find((token) => token.state === "held");
    if (held === undefined) continue;
    const { by, status } = held.held ?? { by: "answer", status: "" };
    return { kind: by === "limit" ? "revisions" : "halt", missing: [status], allowed };
  }
  const way = shortestWay(flow, positions, type);
  if (hasPassed(flow, positions, type)) return { kind: "passed", missing: [], allowed };
  const [gate] = way ?? waitingApprovals(flow, positions);
  if (gate?.type === "approval") {
    if (gate.stop === undefined) return { kind: "fix-cycles", missing: [], allowed };
    if (way !== undefined) return { kind: "stop", missing: [gate.stop], allowed };
  }
  return { kind: "order", missing: (way ?? []).map(labelOf), allowed };
}

function waitingApprovals(flow: Flow, positions: readonly Position[]): FlowNode[] {
  const nodes = positions.flatMap((position) => position.tokens.map((token) => flow.nodes.get(token.node)));
  return nodes.filter((node) => node !== undefined).filter((node) => node.type === "approval");
}

/** What a flow waits for, in words: agents, stop points, the orchestrator's own work. */
export function allowedNow(flow: Flow, positions: readonly Position[]): string[] {
  const labels = positions.flatMap((position) => position.tokens.map((token) => awaitedOf(flow, token)));
  return [...new Set(labels)].filter((label) => label !== "");
}

function awaitedOf(flow: Flow, token: Token): string {
  const node = flow.nodes.get(token.node);
  if (node === undefined || node.type === "end" || node.type === "join") return "";
  if (token.state === "held") return `a person's word on ${token.held?.status ?? node.id}`;
  if (token.state === "running") return `the answer of ${node.agent ?? node.id}`;
  return labelOf(node);
}

/** A node as a person calls it. */
export function labelOf(node: FlowNode): string {
  if (node.type === "approval") return node.stop === undefined ? "a person's decision" : `stop ${node.stop}`;
  if (node.agent === orchestrator) return node.comment ?? node.id;
  return node.comment === undefined ? (node.agent ?? node.id) : `${node.agent} (${node.comment})`;
}

function isOfOtherLayer(flow: Flow, contract: Contract, type: string): boolean {
  const layerOf = (name: string | undefined): Agent["layer"] =>
    contract.agents.find((agent) => agent.name === name)?.layer;
  const layer = layerOf(type);
  return layer !== undefined && [...flow.nodes.values()].some((node) => layerOf(node.agent) !== undefined);
}

/** The steps that wait for something on the shortest way from where the flow stands to an agent of the type. */
function shortestWay(flow: Flow, positions: readonly Position[], type: string): FlowNode[] | undefined {
  const starts = positions.flatMap((position) => position.tokens.map((token) => token.node));
  const waiting: { id: string; way: readonly FlowNode[] }[] = [...new Set(starts)].map((id) => ({ id, way: [] }));
  const seen = new Set<string>();
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const node = flow.nodes.get(at.id);
    if (node === undefined || seen.has(at.id)) continue;
    seen.add(at.id);
    if (node.agent === type && at.way.length > 0) return [...at.way];
    const way = node.type === "agent_task" || node.type === "approval" ? [...at.way, node] : at.way;
    const ways = node.edges.filter((edge) => edge.when !== "reject" && edge.when !== "revise");
    waiting.push(...ways.map(({ to }) => ({ id: to, way })));
  }
  return undefined;
}

/** Whether the agent is a branch of a parallel node that runs only what failed again, has passed there, and the flow has been there. */
function hasPassed(flow: Flow, positions: readonly Position[], type: string): boolean {
  const parallels = [...flow.nodes.values()].filter((node) => node.type === "parallel" && node.rerun === "failed");
  const branches = parallels.flatMap((node) => node.edges).map(({ to }) => flow.nodes.get(to));
  const outputs = branches.filter((node) => node?.agent === type).map((node) => node?.output);
  return positions.some(({ variables }) =>
    outputs.some((output) => output !== undefined && variables[`${output}_route`] === "proceed"),
  );
}

/** Whether a position has nothing left but to wait for a person, or to be over. */
export function mayRest(flow: Flow, position: Position): boolean {
  return position.tokens.every((token) => waitsForPerson(flow, token) || flow.nodes.get(token.node)?.type === "end");
}
