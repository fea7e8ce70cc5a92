import { Failure } from "../../core/failure.ts";
import { evaluate } from "../../workflow/expression.ts";
import { type Flow, type FlowEdge, type FlowNode, orchestrator } from "../../workflow/graph.ts";
import { distinct, type Position, type Token, withToken } from "./position.ts";

/** More steps without anything happening than a sound flow can take. */
const mostSteps = 2_000;

/**
 * Moves a position on as far as it goes by itself: through branches, computations and the orchestrator's work that leaves
 * no trace. A branch whose condition is not known goes every way.
 */
export function settle(flow: Flow, revisionLimit: number, positions: readonly Position[]): Position[] {
  const settled: Position[] = [];
  const waiting = [...positions];
  for (let steps = 0; steps < mostSteps; steps++) {
    const position = waiting.pop();
    if (position === undefined) break;
    const next = step(flow, revisionLimit, position);
    if (next === undefined) settled.push(position);
    else waiting.push(...next);
  }
  return distinct(settled.toReversed());
}

function step(flow: Flow, limit: number, position: Position): Position[] | undefined {
  for (const token of position.tokens) {
    const node = flow.nodes.get(token.node);
    if (token.state !== "ready" || node === undefined) continue;
    const next = pass(flow, limit, position, token, node);
    if (next !== undefined) return next;
  }
  return undefined;
}

function pass(flow: Flow, limit: number, position: Position, token: Token, node: FlowNode): Position[] | undefined {
  switch (node.type) {
    case "agent_task":
      if (node.agent !== orchestrator || node.leaves === "commit" || node.leaves === "report") return undefined;
      return [goOn(position, token, node)];
    case "expression":
      return [goOn({ ...position, variables: computed(flow, node, position.variables) }, token, node)];
    case "parallel":
      return [withToken(position, token, branchesOf(flow, node, position))];
    case "join":
      if (position.tokens.some((one) => one.node !== token.node)) return undefined;
      return [goOn({ ...position, tokens: [token] }, token, node)];
    case "branch":
      return waysOf(flow, node, position).map((edge) => takeEdge(position, token, edge, limit));
    default:
      return undefined;
  }
}

/** The position with a token moved along its node's plain way on. */
export function goOn(position: Position, token: Token, node: FlowNode): Position {
  const to = node.edges.find((edge) => edge.when === undefined)?.to;
  return withToken(position, token, to === undefined ? [] : [{ node: to, state: "ready" }]);
}

/** The position with a token moved along an edge. Work that goes back to its author is counted, and held at the limit. */
export function takeEdge(position: Position, token: Token, { to, when }: FlowEdge, limit: number): Position {
  const { [to]: count = 0, ...others } = position.revisions;
  const there: Token = { node: to, state: "ready" };
  if (when !== "revise") return { ...withToken(position, token, [there]), revisions: others };
  if (count >= limit) {
    const held: Token = { node: token.node, state: "held", held: { by: "limit", status: `${count} revisions` } };
    return withToken(position, token, [held]);
  }
  return { ...withToken(position, token, [there]), revisions: { ...others, [to]: count + 1 } };
}

function branchesOf(flow: Flow, node: FlowNode, { variables }: Position): Token[] {
  const join = node.edges.find((edge) => edge.at[0] === "join")?.to ?? "";
  const branches = node.edges.filter((edge) => edge.at[0] === "branches");
  return branches.map(({ to }): Token => {
    const output = flow.nodes.get(to)?.output;
    const passed = node.rerun === "failed" && output !== undefined && variables[`${output}_route`] === "proceed";
    return { node: passed ? join : to, state: "ready" };
  });
}

function waysOf(flow: Flow, node: FlowNode, { variables }: Position): readonly FlowEdge[] {
  const ways = node.edges.filter((edge) => edge.when !== undefined);
  const value = valueNow(flow, node.condition ?? "", variables);
  if (value === undefined) return ways;
  const way = ways.find((edge) => edge.when === value) ?? ways.find((edge) => edge.when === "default");
  return way === undefined ? ways : [way];
}

function valueNow(
  { expressions }: Flow,
  text: string,
  variables: Readonly<Record<string, string>>,
): string | undefined {
  const expression = Object.hasOwn(expressions, text) ? expressions[text] : undefined;
  if (expression === undefined) return undefined;
  const known = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  try {
    const value = evaluate(expression, known);
    return value === undefined ? undefined : String(value);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function computed(flow: Flow, node: FlowNode, variables: Readonly<Record<string, string>>): Record<string, string> {
  const next = { ...variables };
  for (const [name, text] of Object.entries(node.set ?? {})) next[name] = valueNow(flow, text, variables) ?? "";
  return next;
}
