import type { Verdict } from "../response/validate-answer.ts";
import type { TracePlace } from "../trace/trace-event.ts";
import type { AnswerFault } from "./answer-fault.ts";
import type { StopReached } from "./audit-report.ts";
import type { Position } from "./follow/position.ts";
import type { Taken } from "./shell/read-git.ts";

/** A subagent of the session, as far as its story is known. */
export interface AgentCase {
  readonly thread: string;
  readonly type: string;
  readonly name: string | null;
  /** The event, by its place in the timeline, that started it. */
  readonly started: number;
  /** The event that started it or gave it its last task. */
  readonly asked: number;
  /** When that was, in ISO 8601 with milliseconds, UTC. */
  readonly askedAt: string;
  readonly where: TracePlace;
  /** What it was told last; null where that cannot be read. */
  readonly prompt: string | null;
  /** All it was told since its start, the last at the end; null for what cannot be read. */
  readonly told: readonly (string | null)[];
  /** Whether it got the conversation so far. */
  readonly inherits: boolean;
  /** Names of what Baton put before it at its start. */
  readonly given: readonly string[];
  /** Files that its commands did not find. */
  readonly missed: readonly string[];
  readonly status: "running" | "answered" | "failed" | "closed";
  /** Its answers, the last one last. */
  readonly answers: readonly Verdict[];
  /** Whether its step was the flow's: an agent that departed from it, or was only asked a question, has none. */
  readonly inFlow: boolean;
}

/** A condition under which a document was approved. */
export interface OpenCondition {
  readonly text: string;
  /** The document it is about; null when the review does not name it. */
  readonly document: string | null;
  /** The review that set it, by its thread. */
  readonly by: string;
  /** That review's answer, by its place in the timeline. */
  readonly event: number;
  /** Whether the document was changed after the review. */
  readonly resolved: boolean;
  /**
   * Whether that change only wrote it down as an open item: `said` by the author or in what it was told, or `presumed`,
   * because that is what authors are asked for first; null where it did more.
   */
  readonly noted: "said" | "presumed" | null;
  /** The round of work that changed the document last, by its thread and task; null before any did. */
  readonly round: string | null;
}

/** What has been changed since the last commit, and whether the quality check approved it. */
export interface ChangeCase {
  /** Paths a task, its quality check or a person's agent says it changed. */
  readonly declared: readonly string[];
  /** Paths that were seen to change. */
  readonly seen: readonly string[];
  /** Those of them that a subagent changed. */
  readonly byAgents: readonly string[];
  readonly staged: Taken;
  /** Of those seen, the ones that were made anew and not staged: git does not know them. */
  readonly made: readonly string[];
  readonly approved: boolean;
  /** Paths changed after the approval. */
  readonly since: readonly string[];
}

/** The plan a person approved. */
export interface PlanCase {
  readonly path: string;
  readonly approved: boolean;
  /** Whether it was changed after its approval, and no person has written since. */
  readonly changed: boolean;
  /** Whether code was written or committed over that change. */
  readonly builtOn: boolean;
  /** Whether its boxes were ticked, or its task files linked, after its approval: it is another file then and the same plan. */
  readonly ticked: boolean;
}

/** An answer that does not hold to its contract, and that nothing has been built on so far. */
export interface MalformedAnswer extends AnswerFault {
  readonly thread: string;
  readonly type: string;
  /** The event, by its place in the timeline. */
  readonly event: number;
}

/** A switch that turned Baton's hooks off and has not been turned back. */
export interface SwitchedOff {
  readonly by: "project" | "session" | "environment";
  /** The event, by its place in the timeline. */
  readonly event: number;
}

export interface PersonWords {
  readonly at: string;
  readonly where: TracePlace;
  readonly text: string;
  /** The event, by its place in the timeline. */
  readonly event: number;
  /** Whether the flow waited for a person's words then: at a stop, at an answer that asks for them, at its beginning. */
  readonly awaited: boolean;
  /** The stop point it waited at, if it waited at one. */
  readonly stop: string | null;
  /** Whether they clearly refuse what was asked: what begins the flow refuses nothing. */
  readonly refuses: boolean;
}

/** What is known of a session at one moment: everything rules decide on. A fold of its events, nothing else. */
export interface Case {
  /** The recipe that governs it; null before one is invoked. */
  readonly recipe: string | null;
  /** The root's thread; null before anything has happened in it. */
  readonly root: string | null;
  /** The session's directory; null before it is told. */
  readonly directory: string | null;
  readonly positions: readonly Position[];
  /** The last departure from the flow, until something moves it on: ending that agent undoes the mistake. */
  readonly left: { readonly thread: string; readonly positions: readonly Position[] } | null;
  /** Whether the flow came to its end. */
  readonly ended: boolean;
  /** How many events have been folded. */
  readonly events: number;
  readonly agents: ReadonlyMap<string, AgentCase>;
  readonly malformed: readonly MalformedAnswer[];
  readonly person: readonly PersonWords[];
  readonly stops: readonly StopReached[];
  readonly conditions: readonly OpenCondition[];
  /** The security reviewer's notes. */
  readonly notes: readonly string[];
  /** Documents and tests that agents say they wrote. */
  readonly documents: readonly string[];
  readonly change: ChangeCase;
  readonly plan: PlanCase | null;
  readonly commits: number;
  /** The event, by its place in the timeline, with which the model last ended a turn; -1 before that. */
  readonly turnEnded: number;
  readonly switchedOff: readonly SwitchedOff[];
}

/** The case before anything has happened. */
export const emptyCase: Case = {
  recipe: null,
  root: null,
  directory: null,
  positions: [],
  left: null,
  ended: false,
  events: 0,
  agents: new Map(),
  malformed: [],
  person: [],
  stops: [],
  conditions: [],
  notes: [],
  documents: [],
  change: { declared: [], seen: [], byAgents: [], staged: [], made: [], approved: false, since: [] },
  plan: null,
  commits: 0,
  turnEnded: -1,
  switchedOff: [],
};

/** The agent's newest valid answer, if any of the type has given one. */
export function lastAnswerOf(state: Case, type: string): Verdict | undefined {
  return [...state.agents.values()]
    .filter((agent) => agent.type === type)
    .flatMap((agent) => agent.answers)
    .findLast((answer) => answer.valid);
}

/** Agents that were asked for something and have not answered. */
export function runningAgents(state: Case): AgentCase[] {
  return [...state.agents.values()].filter((agent) => agent.status === "running");
}
