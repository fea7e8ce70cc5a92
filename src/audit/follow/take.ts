import { type Flow, type FlowNode, orchestrator } from "../../workflow/graph.ts";
import { type Position, type Token, withToken } from "./position.ts";
import { goOn, takeEdge } from "./settle.ts";

/** What an answer means to the flow. `known` is false when it broke its schema: where it leads is then anybody's guess. */
export interface AnswerTaken {
  readonly thread: string;
  readonly known: boolean;
  readonly route: "proceed" | "revise" | "escalate" | "halt";
  /** The value that decided the route. */
  readonly status: string;
  /** Reads a field of the answer by its dotted path. */
  readonly field: (path: string) => unknown;
}

/** The positions in which an agent of a type starts to work; none when the flow does not wait for one. */
export function takeSpawn(flow: Flow, position: Position, type: string, thread: string): Position[] {
  return position.tokens
    .filter((token) => token.state === "ready" && nodeOf(flow, token)?.agent === type)
    .map((token) => withToken(position, token, [{ node: token.node, state: "running", thread }]));
}

/** The positions after an agent's answer; the position itself when it is not at work in it. */
export function takeAnswer(flow: Flow, position: Position, answer: AnswerTaken): Position[] {
  const token = position.tokens.find((one) => one.state === "running" && one.thread === answer.thread);
  const node = token === undefined ? undefined : nodeOf(flow, token);
  if (token === undefined || node === undefined) return [position];
  if (!answer.known) {
    const again = withToken(position, token, [{ node: token.node, state: "ready" }]);
    const routes = ["proceed", "revise"].map((route) => goOn(withOutput(position, node, route), token, node));
    return [...routes, again];
  }
  const told = { ...withOutput(position, node, answer.route), ...{} };
  const variables = { ...told.variables, ...fieldsSet(node, answer.field) };
  const after = { ...told, variables };
  const asksPerson = answer.route === "escalate" || answer.route === "halt";
  const next = flow.nodes.get(node.edges.find((edge) => edge.when === undefined)?.to ?? "");
  if (!asksPerson || next?.type === "approval") return [goOn(after, token, node)];
  const held: Token = { node: token.node, state: "held", held: { by: "answer", status: answer.status } };
  return [withToken(after, token, [held])];
}

/** The position in which an agent that failed, or was ended, can be started again. */
export function takeLoss(position: Position, thread: string): Position {
  const token = position.tokens.find((one) => one.state === "running" && one.thread === thread);
  return token === undefined ? position : withToken(position, token, [{ node: token.node, state: "ready" }]);
}

/** The positions after a person's message: what it decides is not read out of their words, unless they clearly refuse. */
export function takePerson(flow: Flow, position: Position, refuses: boolean, limit: number): Position[] {
  const token = position.tokens.find((one) => waitsForPerson(flow, one));
  const node = token === undefined ? undefined : nodeOf(flow, token);
  if (token === undefined || node === undefined) return [position];
  const decided =
    node.type === "approval"
      ? [...decisions(position, token, node, refuses, limit), ...lifted(flow, position, token, node, limit)]
      : released(position, token, node, limit);
  return decided.flatMap((one) => takePerson(flow, one, refuses, limit));
}

/** The position after a commit; undefined when the flow does not wait for one. */
export function takeCommit(flow: Flow, position: Position): Position | undefined {
  return takeOwnWork(flow, position, "commit");
}

/** The position after the completion report; undefined when it is not due. */
export function takeReport(flow: Flow, position: Position): Position | undefined {
  return takeOwnWork(flow, position, "report");
}

/** Whether a token waits for a person. */
export function waitsForPerson(flow: Flow, token: Token): boolean {
  return token.state === "held" || (token.state === "ready" && nodeOf(flow, token)?.type === "approval");
}

function takeOwnWork(flow: Flow, position: Position, leaves: "commit" | "report"): Position | undefined {
  const token = position.tokens.find((one) => {
    const node = nodeOf(flow, one);
    return one.state === "ready" && node?.agent === orchestrator && node.leaves === leaves;
  });
  const node = token === undefined ? undefined : nodeOf(flow, token);
  return token === undefined || node === undefined ? undefined : goOn(position, token, node);
}

function decisions(position: Position, token: Token, node: FlowNode, refuses: boolean, limit: number): Position[] {
  const edges = node.edges.filter((edge) => edge.when === "reject" || (edge.when === "approve" && !refuses));
  const ways = edges.length > 0 ? edges : node.edges;
  return ways.map((edge) => takeEdge(position, token, edge, limit));
}

/** Where a person is asked because a limit is used up, they may lift it: the work goes the way it had without the limit. */
function lifted(flow: Flow, position: Position, token: Token, node: FlowNode, limit: number): Position[] {
  if (node.stop !== undefined) return [];
  const before = [...flow.nodes.values()].filter((one) => one.edges.some((edge) => edge.to === node.id));
  const ways = before.filter((one) => one.type === "branch").flatMap((one) => one.edges);
  return ways.filter((edge) => edge.to !== node.id).map((edge) => takeEdge(position, token, edge, limit));
}

/** A person may have the work done again, or let it go on, or send it back once more. */
function released(position: Position, token: Token, node: FlowNode, limit: number): Position[] {
  const free: Token = { node: token.node, state: "ready" };
  if (token.held?.by === "limit") {
    const fresh = { ...position, revisions: {} };
    return node.edges.map((edge) => takeEdge(fresh, token, edge, limit));
  }
  const again = withToken(position, token, [free]);
  return [again, ...["proceed", "revise"].map((route) => goOn(withOutput(position, node, route), token, node))];
}

function withOutput(position: Position, node: FlowNode, route: string): Position {
  if (node.output === undefined) return position;
  const { variables } = position;
  return { ...position, variables: { ...variables, [node.output]: "answered", [`${node.output}_route`]: route } };
}

function fieldsSet(node: FlowNode, field: (path: string) => unknown): Record<string, string> {
  const entries = Object.entries(node.sets ?? {}).map(([name, path]) => [name, asVariable(field(path))] as const);
  return Object.fromEntries(entries);
}

function asVariable(value: unknown): string {
  if (Array.isArray(value)) return String(value.length);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function nodeOf(flow: Flow, token: Token): FlowNode | undefined {
  return flow.nodes.get(token.node);
}
