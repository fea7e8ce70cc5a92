import type { Case } from "../../audit/case.ts";
import type { Course } from "../../audit/follow/follow.ts";
import { settle } from "../../audit/follow/settle.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";
import type { FlowNode } from "../../workflow/graph.ts";

export type Decision = "approved" | "rejected";

const yes =
  /^\s*["']?(yes|yep|yeah|ok|okay|approved?|i approve|i agree|agreed|lgtm|looks good|go|go ahead|go on|sure|fine|proceed|continue|do it|ship it)\b/i;
const although = /\b(but|except|unless|although|however|instead|change|first)\b/i;

/**
 * What a person's message at a stop point decided. Plain words decide at once; any others mean what is then done with
 * them: work that goes back was rejected, work that goes on was approved. Undefined as long as neither shows.
 */
export function decisionOnStop(course: Course, node: FlowNode, event: TraceEvent, after: Case): Decision | undefined {
  if (event.kind === "person_message") {
    if (after.person.at(-1)?.refuses === true) return "rejected";
    return yes.test(event.text) && !although.test(event.text) ? "approved" : undefined;
  }
  if (event.kind !== "spawn" || event.refused !== null || event.agent !== null) return undefined;
  const started = after.positions.flatMap(({ tokens }) => tokens.filter((token) => token.state === "running"));
  const thread = event.child ?? event.call;
  const at = started.find((token) => token.thread === thread)?.node;
  if (at === undefined) return undefined;
  const back = readyAfter(course, node, "reject", after);
  return back.has(at) && !readyAfter(course, node, "approve", after).has(at) ? "rejected" : "approved";
}

function readyAfter({ flow, contract }: Course, node: FlowNode, when: string, after: Case): ReadonlySet<string> {
  const { variables = flow.state, revisions = {} } = after.positions[0] ?? {};
  const starts = node.edges
    .filter((edge) => edge.when === when)
    .map(({ to }) => ({ tokens: [{ node: to, state: "ready" as const }], variables, revisions }));
  const positions = settle(flow, contract.limits.revisions, starts);
  return new Set(positions.flatMap(({ tokens }) => tokens.map((token) => token.node)));
}

/** Whether words are nothing but a person's yes or no: a request may begin like one ("Reject expired tokens"). */
export function isDecision(text: string): boolean {
  return (
    text.length <= 60 &&
    /^\s*(yes|yep|no|nope|ok|okay|approved?|rejected|go|stop|cancel|continue|proceed)\b/i.test(text)
  );
}
