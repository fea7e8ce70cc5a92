import type { Contract } from "../../contract/contract.ts";
import type { Flow } from "../../workflow/graph.ts";
import { classify, type Departure } from "./departure.ts";
import { distinct, type Position, type Token } from "./position.ts";
import { settle } from "./settle.ts";
import { type AnswerTaken, takeAnswer, takeCommit, takeLoss, takePerson, takeReport, takeSpawn } from "./take.ts";

/** A recipe's flow and what limits it. */
export interface Course {
  readonly flow: Flow;
  readonly contract: Contract;
}

/** Where a flow begins. */
export function begin({ flow, contract }: Course): Position[] {
  const tokens: readonly Token[] = [{ node: flow.start, state: "ready" }];
  return settle(flow, contract.limits.revisions, [{ tokens, variables: flow.state, revisions: {} }]);
}

/** The positions after an agent of a type started to work, or how that left the flow; then they stand at that agent's step. */
export function followSpawn(
  course: Course,
  positions: readonly Position[],
  type: string,
  thread: string,
): { readonly positions: readonly Position[]; readonly departure?: Departure } {
  const { flow, contract } = course;
  const taken = positions.flatMap((position) => takeSpawn(flow, position, type, thread));
  if (taken.length > 0) return { positions: distinct(taken) };
  const departure = classify(flow, contract, positions, type);
  const there = nearest(flow, positions, type);
  return { positions: there === undefined ? positions : [standingAt(there, positions, thread)], departure };
}

/** The positions after a subagent's answer. */
export function followAnswer(course: Course, positions: readonly Position[], answer: AnswerTaken): Position[] {
  return settled(
    course,
    positions.flatMap((position) => takeAnswer(course.flow, position, answer)),
  );
}

/** The positions after a subagent failed or was ended. */
export function followLoss(course: Course, positions: readonly Position[], thread: string): Position[] {
  return settled(
    course,
    positions.map((position) => takeLoss(position, thread)),
  );
}

/** The positions after a person's message. */
export function followPerson(course: Course, positions: readonly Position[], refuses: boolean): Position[] {
  const { flow, contract } = course;
  const { revisions } = contract.limits;
  return settled(
    course,
    positions.flatMap((position) => takePerson(flow, position, refuses, revisions)),
  );
}

/** The positions after a commit: those that waited for one, if any did. */
export function followCommit(course: Course, positions: readonly Position[]): readonly Position[] {
  return advanced(course, positions, takeCommit);
}

/** The positions after the completion report: those in which it was due, if it was in any. */
export function followReport(course: Course, positions: readonly Position[]): readonly Position[] {
  return advanced(course, positions, takeReport);
}

function advanced(
  course: Course,
  positions: readonly Position[],
  take: (flow: Flow, position: Position) => Position | undefined,
): readonly Position[] {
  const taken = positions.map((position) => take(course.flow, position)).filter((one) => one !== undefined);
  return taken.length > 0 ? settled(course, taken) : positions;
}

function settled({ flow, contract }: Course, positions: readonly Position[]): Position[] {
  return settle(flow, contract.limits.revisions, positions);
}

/** Where a session that left the flow is taken to go on, so that one breach is not reported as many. */
function nearest(flow: Flow, positions: readonly Position[], type: string): string | undefined {
  const waiting = positions.flatMap((position) => position.tokens.map((token) => token.node));
  const seen = new Set(waiting);
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const node = flow.nodes.get(id);
    if (node?.agent === type) return id;
    for (const { to } of node?.edges ?? []) {
      if (!seen.has(to)) waiting.push(to);
      seen.add(to);
    }
  }
  return [...flow.nodes.values()].find((node) => node.agent === type)?.id;
}

function standingAt(node: string, positions: readonly Position[], thread: string): Position {
  const [first] = positions;
  return {
    tokens: [{ node, state: "running", thread }],
    variables: first?.variables ?? {},
    revisions: first?.revisions ?? {},
  };
}
