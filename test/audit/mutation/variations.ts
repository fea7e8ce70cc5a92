import type { Timeline } from "../../../src/trace/timeline.ts";
import type { PersonMessage, TraceEvent, TurnEnded } from "../../../src/trace/trace-event.ts";
import { type Events, inRoot, inserted, insertedAfter, type Mutant, replaced } from "./mutant.ts";
import { nextDoing, type SessionStep, stepsOf } from "./steps-of.ts";

/** Ways in which a compliant session may be otherwise and stays compliant. */
export function variationsOf(timeline: Timeline): Mutant[] {
  const { events } = timeline;
  const steps = stepsOf(events);
  const made: [string, Events][] = [
    ...otherWords(events),
    ...steps.flatMap((step) => stepVariations(timeline, step)),
    ...verifiersSwapped(events, steps),
    ...otherNames(events),
    ...events.flatMap((event, at) => (at % 3 === 2 ? meanwhile(timeline, event) : [])),
  ];
  return made.map(([name, changed]) => ({ name, timeline: { ...timeline, events: changed } }));
}

const yes = [
  "ok",
  "Ja, weiter so.",
  "LGTM, ship it",
  "Sounds good. Please go on.",
  "はい、進めてください",
  "👍",
  "Approved, thank you!",
];

function otherWords(events: Events): [string, Events][] {
  const [, ...later] = events.filter((event): event is PersonMessage => event.kind === "person_message");
  const ends = events.filter(
    (event): event is TurnEnded => event.kind === "turn_ended" && /\?\s*$/.test(event.message ?? ""),
  );
  return [
    ...later
      .filter((message) => nextDoing(events, message)?.kind === "spawn" && isPlainYes(message.text))
      .flatMap((message) =>
        yes.map((text): [string, Events] => [`"${text}" for "${message.text}"`, replaced(events, message, { text })]),
      ),
    ...ends.map((end): [string, Events] => [
      "another question at a stop",
      replaced(events, end, { message: `${end.message}\nTell me if anything is missing. May I go on?` }),
    ]),
  ];
}

function isPlainYes(text: string): boolean {
  return text.length < 80 && /\b(yes|approve|accept|go on|ok)\b/i.test(text);
}

function stepVariations(
  { events, session }: Timeline,
  { type, spawn, answer, thread }: SessionStep,
): [string, Events][] {
  const command = (text: string): TraceEvent => ({
    kind: "command",
    at: answer.at,
    where: answer.where,
    thread,
    agent: type,
    command: text,
    cwd: null,
    exitCode: 0,
    output: "",
    refused: null,
  });
  const wait = inRoot(spawn, session, "wait", {
    targets: [thread],
    timeoutMs: 3_600_000,
    timedOut: true,
    refused: null,
  });
  const asked = { target: thread, prompt: "How far are you?", interrupts: false, refused: null };
  const note = inRoot(spawn, session, "agent_addressed", { as: "note", ...asked });
  const close = inRoot(answer, session, "close", { how: "close", target: thread, was: "finished", refused: null });
  const reads = [
    "rg -n 'session' src | head -20",
    "git log --oneline -5 2>/dev/null",
    "cat package.json; git status --short",
  ];
  const prompt = spawn.prompt === null ? null : `Please take your time.\n\n${spawn.prompt}\n\nThank you.`;
  return [
    ...variants(answer.text).map(([name, text]): [string, Events] => [
      `the answer of ${type} ${name}`,
      replaced(events, answer, { text }),
    ]),
    [`${type} reads`, inserted(events, answer, ...reads.map(command))],
    [
      `${type} writes a temporary file`,
      inserted(events, answer, command("npm test > /tmp/out.txt 2>&1; tail -5 /tmp/out.txt")),
    ],
    [`three empty waits for ${type}`, insertedAfter(events, spawn, wait, wait, wait)],
    [`a note to ${type}`, insertedAfter(events, spawn, note)],
    [`${type} is closed after its answer`, insertedAfter(events, answer, close)],
    [`another name for ${type}`, replaced(events, spawn, { name: `task_${thread.slice(-4)}` })],
    [`more words for ${type}`, replaced(events, spawn, { prompt })],
    [`a prompt for ${type} that cannot be read`, replaced(events, spawn, { prompt: null })],
  ];
}

/** What an orchestrator may do at any time. */
function meanwhile({ events, session }: Timeline, event: TraceEvent): [string, Events][] {
  const look = { command: "git status --short && ls docs", cwd: null, exitCode: 0, output: "", refused: null };
  return [
    ["the root looks around", insertedAfter(events, event, inRoot(event, session, "command", look))],
    ["the conversation is compacted", insertedAfter(events, event, inRoot(event, session, "compacted", {}))],
    [
      "a tool is called",
      insertedAfter(events, event, inRoot(event, session, "tool_called", { server: "baton", tool: "workflow_get" })),
    ],
  ];
}

/** The final verifiers do not depend on each other. */
function verifiersSwapped(events: Events, steps: readonly SessionStep[]): [string, Events][] {
  return steps.flatMap((step, at): [string, Events][] => {
    const next = steps[at + 1];
    if (next === undefined || !isVerifier(step, steps) || !isVerifier(next, steps)) return [];
    const block = events.filter((event) => next.events.has(event));
    const rest = events.filter((event) => !next.events.has(event));
    return [[`${next.type} before ${step.type}`, inserted(rest, step.spawn, ...block)]];
  });
}

function isVerifier({ type, spawn }: SessionStep, steps: readonly SessionStep[]): boolean {
  const executed = steps.find((step) => step.type === "task-executor");
  return executed !== undefined && spawn.at > executed.spawn.at && /^(code-verifier|security-reviewer)$/.test(type);
}

/** The same session about other files. */
function otherNames(events: Events): [string, Events][] {
  const text = JSON.stringify(events);
  return [
    ["src/ is called lib/", text.replaceAll(/\bsrc\//g, "lib/")],
    ["the feature has another name", text.replaceAll("session-expiry", "token-refusal")],
  ].map(([name = "", changed = ""]) => [name, JSON.parse(changed) as Events]);
}

/** The same answer, written otherwise. */
function variants(text: string): [string, string][] {
  const value = parsed(text);
  if (value === undefined) return [];
  return [
    ["indented", JSON.stringify(value, null, 2)],
    ["with another field", JSON.stringify({ ...value, remark: "nothing else was noticed" })],
    ["in another order", JSON.stringify(Object.fromEntries(Object.entries(value).reverse()))],
  ];
}

function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
