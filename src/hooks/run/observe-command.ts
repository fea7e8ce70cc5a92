import { lastAnswerOf } from "../../audit/case.ts";
import { pathsOf } from "../../audit/evolve-documents.ts";
import type { Verdict } from "../../response/validate-answer.ts";
import type { Artifact } from "../../run/approval.ts";
import type { ObserveRun, StepSeen } from "../../run/command.ts";
import type { RunState } from "../../run/run-state.ts";
import type { EventMark } from "../../run/store.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";
import type { FlowNode } from "../../workflow/graph.ts";
import { capEvent } from "./cap-event.ts";
import { type FoldedRun, foldEvent, keptEvent } from "./fold-run.ts";
import { nextWords } from "./next-words.ts";
import { stepsSeen } from "./steps-seen.ts";

/** A run as it is now: what is stored of it, and the case its events come to. */
export interface Followed extends FoldedRun {
  readonly run: RunState;
  /** The run's newest event. */
  readonly last: EventMark;
  /** How many events had to be read to know that. */
  readonly read: number;
}

/** Something that happened, to be kept. */
export interface Happening {
  readonly event: TraceEvent;
  readonly verdict?: Verdict | undefined;
  /** The commit that a `git commit` left. */
  readonly head?: string | undefined;
}

/** What is to be recorded of a run. */
export interface Recording {
  readonly happened?: readonly Happening[] | undefined;
  /** The session that goes on with the run, and why. */
  readonly newOwner?: { readonly session: string; readonly note: string } | undefined;
  /** The words with which a person drops the work: the run is stopped with them. */
  readonly dropped?: string | undefined;
}

/** SHA-256 (hex) of a file by its path in the checkout; null when there is none. */
type Measure = (path: string) => string | null;

/** The one operation that records what happened together with all it means to the run, and what the run's events come to after it. */
export function observeCommand(
  followed: Followed,
  recording: Recording,
  measure: Measure,
): { readonly command: ObserveRun; readonly after: FoldedRun } {
  const { happened = [], newOwner, dropped } = recording;
  const { course, run } = followed;
  const steps: StepSeen[] = [];
  const statuses = new Map(run.steps.map(({ key, status }) => [key, status]));
  const observed: ObserveRun["observed"][number][] = [];
  const artifactAt = (node: FlowNode): Artifact | null => askedAbout(followed, node, measure);
  let folded: FoldedRun = followed;
  for (const { event: whole, verdict, head } of happened) {
    const event = capEvent(whole, course.contract, verdict);
    observed.push(keptEvent(event, verdict));
    const after = foldEvent(folded, event, verdict);
    const turned = { course, before: folded.state, after: after.state, event, verdict, head, artifactAt };
    const stepsNow = run.steps.map((step) => ({ ...step, status: statuses.get(step.key) ?? step.status }));
    for (const seen of stepsSeen(turned, stepsNow)) {
      steps.push(seen);
      statuses.set(seen.key, seen.to);
    }
    folded = after;
  }
  const plan = approvedPlan(steps, followed);
  const command: ObserveRun = {
    type: "observe",
    actor: actorOf(happened[0]?.event),
    ifRevision: run.run.revision,
    observed,
    steps,
    nextAction: nextWords(folded),
    ...(newOwner !== undefined && { newOwner: newOwner.session, note: newOwner.note }),
    ...(plan !== undefined && { state: { plan: { ...plan } } }),
    ...(dropped !== undefined && { dropped }),
  };
  return { command, after: folded };
}

/** The plan as it was when a person approved it: with the goal what tells this run from any other. */
function approvedPlan(steps: readonly StepSeen[], { state }: Followed): Artifact | undefined {
  const approved = steps.flatMap(({ decided }) => (decided?.decision === "approved" ? [decided.artifact] : []));
  return approved.find((artifact) => artifact !== null && artifact.path === state.plan?.path) ?? undefined;
}

/** The document that a stop point asks about, as its author named it, with its bytes of now. */
function askedAbout({ state, course }: Followed, node: FlowNode, measure: Measure): Artifact | null {
  const author = course.flow.nodes.get(node.edges.find((edge) => edge.when === "reject")?.to ?? "")?.agent;
  const answer = author === undefined ? undefined : lastAnswerOf(state, author)?.answer;
  const path = (answer === undefined ? [] : pathsOf(answer)).find(isInside);
  const sha256 = path === undefined ? null : measure(path);
  return path === undefined || sha256 === null ? null : { path, sha256 };
}

function isInside(path: string): boolean {
  return !/^([\\/]|[A-Za-z]:)/.test(path) && !path.split(/[\\/]/).includes("..");
}

function actorOf(event: TraceEvent | undefined): string {
  if (event === undefined || event.kind === "person_message" || event.kind === "hooks_switched") return "person";
  return event.agent ?? "orchestrator";
}
