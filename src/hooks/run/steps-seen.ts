import type { Case } from "../../audit/case.ts";
import type { Course } from "../../audit/follow/follow.ts";
import { isCommitDone } from "../../audit/shell/is-commit-done.ts";
import type { Verdict } from "../../response/validate-answer.ts";
import type { Artifact } from "../../run/approval.ts";
import type { StepSeen } from "../../run/command.ts";
import type { Step } from "../../run/step.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";
import { type FlowNode, orchestrator } from "../../workflow/graph.ts";
import { type Activity, activeNodes, reachableNodes } from "./active-nodes.ts";
import { decisionOnStop } from "./decision-on-stop.ts";

/** One event and the case before and after it. */
export interface Turned {
  readonly course: Course;
  readonly before: Case;
  readonly after: Case;
  readonly event: TraceEvent;
  readonly verdict?: Verdict | undefined;
  /** What a commit left at the head of the branch, where that was seen. */
  readonly head?: string | undefined;
  /** The file a stop point asks about, as it is now. */
  readonly artifactAt: (node: FlowNode) => Artifact | null;
}

/** What an event means to a run's steps, each compared with what the run has. */
export function stepsSeen(turned: Turned, steps: readonly Step[]): StepSeen[] {
  const { course, after } = turned;
  if (after.positions.length === 0) return [];
  const active = activeNodes(course.flow, after);
  const reachable = reachableNodes(course.flow, after);
  return steps.flatMap((step) => {
    const node = course.flow.nodes.get(step.key);
    const seen = node === undefined ? undefined : stepSeen(turned, step, node, active, reachable);
    return seen === undefined ? [] : [seen];
  });
}

function stepSeen(
  turned: Turned,
  step: Step,
  node: FlowNode,
  active: ReadonlyMap<string, Activity>,
  reachable: ReadonlySet<string>,
): StepSeen | undefined {
  const { key, status } = step;
  switch (active.get(key)) {
    case "running":
      return status === "in_progress" ? undefined : { key, to: "in_progress" };
    case "waiting":
      return status === "waiting_approval" ? undefined : { key, to: "waiting_approval", asked: askedAt(turned, node) };
    case "held":
      return status === "blocked" ? undefined : { key, to: "blocked", ...answerOf(turned, node) };
    default:
      return ended(turned, step, node) ?? ownWork(turned, step, node, active) ?? skipped(turned, step, reachable);
  }
}

/** What was going on and does so no more. */
function ended(turned: Turned, { key, status }: Step, node: FlowNode): StepSeen | undefined {
  if (status === "waiting_approval" || (status === "pending" && wasOpened(turned, node)))
    return decided(turned, key, node);
  if (status === "blocked") return { key, to: "completed" };
  if (status !== "in_progress") return undefined;
  const { event } = turned;
  if (event.kind === "answer" && event.failed !== null) return { key, to: "failed", summary: event.failed };
  if (event.kind === "close") return { key, to: "failed", summary: "closed while it was running" };
  return { key, to: "completed", ...answerOf(turned, node) };
}

/** A person decided at a terminal: the run has the decision already, and the flow has gone on. */
function wasOpened({ after }: Turned, { type, stop }: FlowNode): boolean {
  return type === "approval" && after.stops.findLast((one) => one.stop === stop)?.answered?.where.file === "baton run";
}

function decided(turned: Turned, key: string, node: FlowNode): StepSeen | undefined {
  const { after, course, event } = turned;
  if (wasOpened(turned, node)) return { key, to: "completed" };
  const decision = decisionOnStop(course, node, event, after);
  if (decision === undefined) return undefined;
  const words = after.person.at(-1)?.text ?? "";
  const artifact = turned.artifactAt(node);
  return { key, to: decision === "approved" ? "completed" : "pending", decided: { decision, words, artifact } };
}

/** The orchestrator's own work: what it leaves shows that it is done. */
function ownWork(
  { before, after, event, head, course }: Turned,
  { key, status }: Step,
  node: FlowNode,
  active: ReadonlyMap<string, Activity>,
): StepSeen | undefined {
  if (node.agent !== orchestrator) return undefined;
  const left = before.positions.some(({ tokens }) => tokens.some((token) => token.node === key));
  const gone = after.positions.every(({ tokens }) => tokens.every((token) => token.node !== key));
  if (left && gone && node.leaves === "commit" && isCommitDone(event) && event.kind === "command")
    return { key, to: "completed", summary: event.command, ...(head !== undefined && { evidence: `commit ${head}` }) };
  if (left && gone && node.leaves === "report" && event.kind === "turn_ended")
    return { key, to: "completed", ...(event.message !== null && { summary: event.message }) };
  const next = node.edges.find((edge) => edge.when === undefined)?.to ?? "";
  const goesOn = node.leaves === "files" && active.has(next) && course.flow.nodes.has(next);
  return goesOn && status === "pending" ? { key, to: "completed" } : undefined;
}

/** What the flow cannot come to any more is skipped. */
function skipped({ after }: Turned, { key, status }: Step, reachable: ReadonlySet<string>): StepSeen | undefined {
  const open = status === "pending" || status === "failed";
  return open && (after.ended || !reachable.has(key)) ? { key, to: "skipped" } : undefined;
}

function answerOf({ event, verdict }: Turned, node: FlowNode): Pick<StepSeen, "summary" | "evidence"> {
  if (event.kind !== "answer" || event.agent !== node.agent) return {};
  const value = verdict?.routed?.decidedBy?.value;
  const route = verdict === undefined ? "" : verdict.valid ? verdict.routed?.route : "not its schema's";
  return { summary: [value, route].filter(Boolean).join(", "), evidence: event.text };
}

function askedAt({ course }: Turned, { stop, description }: FlowNode & { readonly description?: string }): string {
  const one = course.contract.stops.find(({ id }) => id === stop);
  return one === undefined ? (description ?? "A person decides.") : `${one.present} ${one.asks}`;
}
