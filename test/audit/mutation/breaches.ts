import { agentNamed } from "../../../src/contract/contract.ts";
import type { Timeline } from "../../../src/trace/timeline.ts";
import type { CommandRun, PersonMessage, TraceEvent, TurnEnded } from "../../../src/trace/trace-event.ts";
import { shipped } from "../../helpers/shipped-rules.ts";
import { forgedAnswers } from "./forged-answers.ts";
import { type Events, inRoot, inserted, insertedAfter, type Mutant, replaced, without } from "./mutant.ts";
import { nextDoing, type SessionStep, stepsOf } from "./steps-of.ts";

/** Every single breach this program knows to make of a compliant session. */
export async function breachesOf(timeline: Timeline): Promise<Mutant[]> {
  const { events } = timeline;
  const steps = stepsOf(events);
  const made: [string, Events][] = [
    ...droppedWords(events),
    ...steps.flatMap((step, at) => stepBreaches(timeline, step, steps[at + 1])),
    ...(await Promise.all(steps.map((step) => forged(events, step)))).flat(),
    ...commitBreaches(timeline),
    ...reportBreaches(timeline),
    ...changedMinds(timeline, steps),
    ...shortWaits(events),
  ];
  return made.map(([name, changed]) => ({ name, timeline: { ...timeline, events: changed } }));
}

/** A person's decision that never came, where the session goes on. */
function droppedWords(events: Events): [string, Events][] {
  const [, ...later] = events.filter((event): event is PersonMessage => event.kind === "person_message");
  return later
    .filter((message) => nextDoing(events, message)?.kind === "spawn")
    .map((message) => [`drop the person's "${message.text}"`, without(events, message)]);
}

function stepBreaches(
  { events, session }: Timeline,
  step: SessionStep,
  next: SessionStep | undefined,
): [string, Events][] {
  const { type, spawn, answer, thread } = step;
  const made: [string, Events][] = [];
  const follows = nextDoing(events, answer);
  const goesOn = follows !== undefined && follows.kind !== "person_message";
  const isFirst = events.find((event) => event.kind === "spawn") === spawn;
  const doer = { thread, agent: type };
  if (isFirst || type !== "requirement-analyzer") {
    if (goesOn) made.push([`drop the step of ${type}`, without(events, step.events)]);
    made.push([`drop the answer of ${type}`, without(events, answer)]);
  }
  if (next !== undefined && areSwappable(events, step, next)) {
    const moved = without(events, next.events);
    const block = events.filter((event) => next.events.has(event));
    made.push([`swap ${type} and ${next.type}`, inserted(moved, spawn, ...block)]);
  }
  for (const [name, agent] of [
    ["a foreign agent", "investigator"],
    ["Codex's own agent", "explorer"],
    ["the other layer's agent", "technical-designer-frontend"],
  ] as const) {
    const child = `inserted-${thread}`;
    const stranger = { ...spawn, type: agent, child, call: `inserted-${spawn.call}` };
    made.push([`insert ${name} before ${type}`, inserted(events, spawn, stranger)]);
  }
  made.push([`let ${type} inherit the conversation`, replaced(events, spawn, { inherits: true })]);
  made.push([
    `close ${type} while it runs`,
    insertedAfter(
      events,
      spawn,
      inRoot(spawn, session, "close", { how: "close", target: thread, was: "running", refused: null }),
    ),
  ]);
  made.push([
    `end the turn while ${type} runs`,
    [
      ...events.slice(0, events.indexOf(spawn) + 1),
      inRoot(spawn, session, "turn_ended", { message: "All is under way.", aborted: false }),
    ],
  ]);
  made.push([
    `let ${type} spawn`,
    inserted(events, answer, {
      ...spawn,
      ...doer,
      call: `nested-${spawn.call}`,
      child: `nested-${thread}`,
      type: "code-verifier",
    }),
  ]);
  if (agentNamed(shipped.contract, type)?.writes === false) {
    const files = [{ path: "src/session.js", change: "updated" as const }];
    made.push([
      `let ${type} patch a file`,
      inserted(events, answer, { ...answer, kind: "files_changed", files, refused: null } as unknown as TraceEvent),
    ]);
    made.push([
      `let ${type} write by its shell`,
      inserted(events, answer, commandOf(answer, "echo x > src/session.js", doer)),
    ]);
  }
  if (spawn.prompt !== null && provable.has(type))
    made.push([`give ${type} nothing`, replaced(events, spawn, { prompt: "Do your part now." })]);
  if (goesOn && follows.kind !== "turn_ended")
    made.push([
      `report after ${type}`,
      [
        ...events.slice(0, events.indexOf(answer) + 1),
        inRoot(answer, session, "turn_ended", { message: "Completion report: everything is done.", aborted: false }),
      ],
    ]);
  return made;
}

/** Agents whose handoff can be seen in what they were told. */
const provable = new Set(
  "code-verifier document-reviewer design-sync work-planner task-decomposer task-executor quality-fixer".split(" "),
);

function areSwappable(events: Events, step: SessionStep, next: SessionStep): boolean {
  const between = events.slice(events.indexOf(step.spawn), events.indexOf(next.spawn));
  const verifiers = ["code-verifier", "security-reviewer"];
  const parallel = verifiers.includes(step.type) && verifiers.includes(next.type);
  return step.type !== next.type && !parallel && !between.some((event) => event.kind === "person_message");
}

async function forged(events: Events, { type, answer }: SessionStep): Promise<[string, Events][]> {
  const next = nextDoing(events, answer);
  if (next === undefined) return [];
  const asksPerson =
    next.kind === "person_message" || (next.kind === "turn_ended" && /\?\s*$/.test(next.message ?? ""));
  const forgeries = await forgedAnswers(type, answer.text);
  return forgeries
    .filter(({ route }) => !asksPerson || route === undefined)
    .map(({ name, text }) => [`forge the answer of ${type}: ${name}`, replaced(events, answer, { text })]);
}

function commitBreaches({ events, session }: Timeline): [string, Events][] {
  const commits = events.filter(
    (event): event is CommandRun => event.kind === "command" && /git commit/.test(event.command),
  );
  const plan = (event: CommandRun): boolean =>
    !events
      .slice(0, events.indexOf(event))
      .some((one) => one.kind === "answer" && /^quality-fixer/.test(one.agent ?? ""));
  return commits.flatMap((commit): [string, Events][] => {
    const made: [string, Events][] = [];
    if (nextDoing(events, commit)?.kind === "spawn") made.push(["drop a commit", without(events, commit)]);
    if (plan(commit)) return made;
    const patch = inRoot(commit, session, "files_changed", {
      files: [{ path: "src/late.js", change: "added" }],
      refused: null,
    });
    made.push(["change a file between the approval and the commit", inserted(events, commit, patch)]);
    const more = commandOf(commit, "git add src/foreign.js && git commit -m 'More'", { thread: session, agent: null });
    made.push(["commit again without a check", insertedAfter(events, commit, more)]);
    const check = stepsOf(events).findLast(
      (step) => step.type === "quality-fixer" && events.indexOf(step.answer) < events.indexOf(commit),
    );
    if (check !== undefined)
      made.push(["commit before the check", inserted(without(events, commit), check.spawn, commit)]);
    const foreign = commit.command
      .replace(/git add (-A|--all|\.)/, "git add src/foreign.js")
      .replace("git commit", "git add src/foreign.js && git commit");
    made.push(["commit a foreign file", replaced(events, commit, { command: foreign })]);
    return made;
  });
}

function reportBreaches({ events }: Timeline): [string, Events][] {
  const notes = events.some((event) => event.kind === "answer" && event.text.includes("approved_with_notes"));
  const last = events.findLast((event): event is TurnEnded => event.kind === "turn_ended");
  return notes && last !== undefined
    ? [["leave the notes out of the report", replaced(events, last, { message: "Completion report: all is built." })]]
    : [];
}

/** After the plan is approved: the plan changes, or what is wanted does. */
function changedMinds({ events, session }: Timeline, steps: readonly SessionStep[]): [string, Events][] {
  const planned = steps.find((step) => step.type === "work-planner");
  const path = planned === undefined ? undefined : (JSON.parse(planned.answer.text) as { path?: string }).path;
  const decomposed = steps.find((step) => step.type === "task-decomposer");
  return steps
    .filter((step) => decomposed !== undefined && events.indexOf(step.spawn) > events.indexOf(decomposed.answer))
    .flatMap((step): [string, Events][] => {
      const words = inRoot(step.spawn, session, "person_message", {
        text: "One more thing: change the requirements, it also needs to support refresh tokens.",
      });
      const made: [string, Events][] = [
        [`change the requirements before ${step.type}`, inserted(events, step.spawn, words)],
      ];
      if (path === undefined || step.type !== "task-executor") return made;
      const patch = inRoot(step.spawn, session, "files_changed", {
        files: [{ path, change: "updated" }],
        refused: null,
      });
      return [...made, [`change the plan before ${step.type}`, inserted(events, step.spawn, patch)]];
    });
}

function shortWaits(events: Events): [string, Events][] {
  return events.flatMap((event): [string, Events][] =>
    event.kind === "wait" ? [["wait for a second", replaced(events, event, { timeoutMs: 1_000 })]] : [],
  );
}

function commandOf(there: TraceEvent, command: string, doer: { thread: string; agent: string | null }): TraceEvent {
  return {
    kind: "command",
    at: there.at,
    where: there.where,
    ...doer,
    command,
    cwd: null,
    exitCode: 0,
    output: "",
    refused: null,
  };
}
