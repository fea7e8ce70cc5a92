import { fieldOf } from "../response/route-answer.ts";
import type { Verdict } from "../response/validate-answer.ts";
import type { AgentAddressed, Spawn, TraceEvent } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import { changedPaths } from "./changed-paths.ts";
import type { Departure } from "./follow/departure.ts";
import {
  begin,
  type Course,
  followAnswer,
  followCommit,
  followLoss,
  followPerson,
  followReport,
  followSpawn,
} from "./follow/follow.ts";
import { followBuilding } from "./follow/follow-building.ts";
import { distinct, type Position } from "./follow/position.ts";
import { takeSpawn } from "./follow/take.ts";
import { openConditions } from "./handoff/open-conditions.ts";
import { isDocument } from "./is-document.ts";
import { refusesAt } from "./refuses-at.ts";
import { isCommitDone } from "./shell/is-commit-done.ts";

interface Moved {
  readonly positions: readonly Position[];
  readonly departure?: Departure;
}

/** Where the flow stands after an event, and how the event left it. */
export function evolvePositions(course: Course, before: Case, event: TraceEvent, verdict: Verdict | undefined): Moved {
  const { positions } = before;
  if (event.kind === "skill_invoked" && event.skill === course.flow.id)
    return { positions: positions.length === 0 || before.ended ? begin(course) : positions };
  if (positions.length === 0 || before.ended) return { positions };
  switch (event.kind) {
    case "spawn":
      return event.agent === null ? tried(before, event, spawned(course, before, event)) : { positions };
    case "agent_addressed":
      return event.agent === null && event.as === "task"
        ? tried(before, event, addressed(course, before, event))
        : { positions };
    case "answer":
      return { positions: answered(course, positions, event, verdict) };
    case "close":
      return { positions: event.refused === null ? ended(course, before, event.target) : positions };
    case "person_message":
      return { positions: followPerson(course, positions, refusesAt(course, before, event.text)) };
    case "turn_ended":
      return { positions: event.aborted ? positions : followReport(course, positions) };
    default:
      return { positions: worked(course, before, event) };
  }
}

function worked(course: Course, before: Case, event: TraceEvent): readonly Position[] {
  const { positions } = before;
  const after = buildsByItself(before, event) ? followBuilding(course.flow, positions) : positions;
  return isCommitDone(event) ? followCommit(course, after) : after;
}

/** Whether the orchestrator writes code after a person has let it: in a flow where it builds, that is what they meant. */
function buildsByItself(before: Case, event: TraceEvent): boolean {
  if (event.agent !== null || !before.stops.some(({ stop, answered }) => stop === planStop && answered !== null))
    return false;
  return changedPaths(before, event).some((path) => !isDocument(path, before));
}

const planStop = "batch-approval";

/** What was refused moved nothing; that it would have left the flow is known all the same. */
function tried({ positions }: Case, { refused }: Spawn | AgentAddressed, moved: Moved): Moved {
  return refused === null ? moved : { ...moved, positions };
}

/** The thread a spawn made; its call where the thread is not known. */
export function threadOf(spawn: Spawn): string {
  return spawn.child ?? spawn.call;
}

function spawned(course: Course, before: Case, event: Spawn): Moved {
  const type = event.type ?? "default";
  const thread = threadOf(event);
  if (isRestart(course, before, type)) return restarted(course, before, type, thread);
  const { positions, departure } = followSpawn(course, before.positions, type, thread);
  if (settlesConditions(before, type)) return beside(before, positions, departure);
  return departure === undefined ? { positions } : { positions, departure };
}

/**
 * A task for a subagent that was there before is a new round of its step where the flow waits for one. Elsewhere it is a
 * question, unless a person or a limit stands in its way.
 */
function addressed(course: Course, before: Case, event: AgentAddressed): Moved {
  const agent = before.agents.get(event.target);
  if (agent === undefined || agent.status === "running") return { positions: before.positions };
  if (isRestart(course, before, agent.type)) return restarted(course, before, agent.type, agent.thread);
  const { positions, departure } = followSpawn(course, before.positions, agent.type, agent.thread);
  if (settlesConditions(before, agent.type)) return beside(before, positions, departure);
  if (departure === undefined) return { positions };
  const gates = ["stop", "halt", "revisions", "fix-cycles", "passed"];
  return gates.includes(departure.kind) ? { positions, departure } : { positions: before.positions };
}

/** The positions after an agent was ended; those from before it, when its start had left the flow. */
function ended(course: Course, { positions, left }: Case, thread: string): readonly Position[] {
  return left?.thread === thread ? left.positions : followLoss(course, positions, thread);
}

/** Both ways are open from here: the one back to the start, and the one the agent was asked beside. */
function restarted(course: Course, before: Case, type: string, thread: string): Moved {
  return { positions: distinct([...before.positions, ...followSpawn(course, begin(course), type, thread).positions]) };
}

function answered(
  course: Course,
  positions: readonly Position[],
  event: Extract<TraceEvent, { kind: "answer" }>,
  verdict: Verdict | undefined,
): readonly Position[] {
  if (event.failed !== null) return followLoss(course, positions, event.thread);
  if (verdict === undefined) return positions;
  const { valid, routed, answer } = verdict;
  return followAnswer(course, positions, {
    thread: event.thread,
    known: valid,
    route: routed?.route ?? "halt",
    status: routed?.decidedBy?.value ?? "",
    field: (path) => fieldOf(answer, path),
  });
}

/** A person's new words may send the work back to where the flow begins, whatever it waits for. */
function isRestart(course: Course, before: Case, type: string): boolean {
  const { flow } = course;
  if (flow.nodes.get(flow.start)?.agent !== type) return false;
  if (before.positions.some((position) => takeSpawn(flow, position, type, "").length > 0)) return false;
  const last = [...before.agents.values()].filter((agent) => agent.type === type).at(-1);
  return last !== undefined && (before.person.at(-1)?.event ?? -1) > last.asked;
}

/** The author of a document that was approved with conditions may be asked to settle them, wherever the flow stands. */
function settlesConditions(before: Case, type: string): boolean {
  const open = openConditions(before).map((condition) => condition.document);
  return [...before.agents.values()].some(
    (agent) => agent.type === type && agent.answers.some((answer) => open.some((path) => names(answer.answer, path))),
  );
}

/** An author at work on conditions leaves the flow where it is, and may at the same time be at its own step. */
function beside({ positions: stay }: Case, positions: readonly Position[], departure: Departure | undefined): Moved {
  if (departure === undefined) return { positions: distinct([...stay, ...positions]) };
  return departure.kind === "order" ? { positions: stay } : { positions, departure };
}

function names(answer: unknown, path: string | null): boolean {
  return path !== null && JSON.stringify(answer ?? null).includes(JSON.stringify(path));
}
