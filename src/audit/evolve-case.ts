import type { Verdict } from "../response/validate-answer.ts";
import type { PersonMessage, TraceEvent } from "../trace/trace-event.ts";
import { type Case, emptyCase, type PersonWords } from "./case.ts";
import { changesNothing } from "./changes-nothing.ts";
import { dropsWork } from "./drops-work.ts";
import { evolveAgents } from "./evolve-agents.ts";
import { evolveChange } from "./evolve-change.ts";
import { evolveDocuments } from "./evolve-documents.ts";
import { evolveMalformed } from "./evolve-malformed.ts";
import { evolvePositions, threadOf } from "./evolve-positions.ts";
import { evolveStops } from "./evolve-stops.ts";
import { evolveSwitches } from "./evolve-switches.ts";
import type { Departure } from "./follow/departure.ts";
import type { Course } from "./follow/follow.ts";
import { waitsForPerson } from "./follow/take.ts";
import { refusesAt } from "./refuses-at.ts";
import { isCommitDone } from "./shell/is-commit-done.ts";

/** An event's effect: the case after it, and how it left the flow. */
export interface Evolved {
  readonly after: Case;
  readonly departure?: Departure;
}

/**
 * Folds one event into the case. What was refused did not happen and changes nothing. Only the root's doings move the
 * flow; a subagent's belong to its own story. `verdict` is what an answer of an agent of the contract is worth.
 */
export function evolveCase(course: Course, before: Case, event: TraceEvent, verdict?: Verdict): Evolved {
  if (before.root !== null && changesNothing(event)) return { after: { ...before, events: before.events + 1 } };
  if (event.kind === "person_message" && dropsWork(before, event)) return { after: dropped(course, before, event) };
  const { positions, departure } = evolvePositions(course, before, event, verdict);
  const invoked = event.kind === "skill_invoked" && event.skill === course.flow.id;
  const isEnd = (node: string): boolean => course.flow.nodes.get(node)?.type === "end";
  const after: Case = {
    ...before,
    events: before.events + 1,
    recipe: invoked ? course.flow.id : before.recipe,
    directory: event.kind === "session_started" && event.agent === null ? event.cwd : before.directory,
    root: before.root ?? (event.agent === null ? event.thread : null),
    positions,
    left: leftAt(before, event, positions, departure),
    ended: positions.length > 0 && positions.every(({ tokens }) => tokens.every((token) => isEnd(token.node))),
    agents: evolveAgents(before, event, verdict, departure === undefined),
    malformed: evolveMalformed(course, before, event, verdict),
    person: event.kind === "person_message" ? [...before.person, spoken(course, before, event)] : before.person,
    stops: evolveStops(course, before, positions, event),
    change: evolveChange(course, before, event, verdict),
    ...evolveDocuments(course, before, event, verdict),
    commits: before.commits + (isCommitDone(event) ? 1 : 0),
    turnEnded: event.kind === "turn_ended" && !event.aborted ? before.events : before.turnEnded,
    switchedOff: evolveSwitches(before, event),
  };
  return departure === undefined ? { after } : { after, departure };
}

/** Nothing governs the session any more, and what comes later is no part of this flow; what was said and reached is on record. */
function dropped(course: Course, before: Case, event: PersonMessage): Case {
  const { root, directory, events, commits, turnEnded, switchedOff } = before;
  return {
    ...emptyCase,
    ...{ root, directory, commits, turnEnded, switchedOff },
    events: events + 1,
    person: [...before.person, spoken(course, before, event)],
    stops: evolveStops(course, before, [], event),
  };
}

function spoken(course: Course, before: Case, { at, where, text }: PersonMessage): PersonWords {
  const refuses = refusesAt(course, before, text);
  return { at, where, text, event: before.events, ...waitingFor(course, before), refuses };
}

function waitingFor({ flow }: Course, { positions, ended }: Case): Pick<PersonWords, "awaited" | "stop"> {
  const waiting = positions.flatMap(({ tokens }) => tokens.filter((token) => waitsForPerson(flow, token)));
  const stops = waiting.map(({ node, state }) => (state === "ready" ? flow.nodes.get(node)?.stop : undefined));
  const isAwaited = positions.length === 0 || ended || waiting.length > 0;
  return { awaited: isAwaited, stop: stops.find((stop) => stop !== undefined) ?? null };
}

function leftAt(
  before: Case,
  event: TraceEvent,
  positions: Case["positions"],
  departure: Departure | undefined,
): Case["left"] {
  if (departure !== undefined && event.kind === "spawn" && event.refused === null)
    return { thread: threadOf(event), positions: before.positions };
  return positions === before.positions ? before.left : null;
}
