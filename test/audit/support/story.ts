import type { Timeline } from "../../../src/trace/timeline.ts";
import type { TraceEvent } from "../../../src/trace/trace-event.ts";
import { exampleOf } from "../../helpers/answer-for.ts";
import { schemaOf } from "../../helpers/shipped-rules.ts";

/** One thing that happens in a told session; it learns its place, and who is there, when it is told. */
export type Happening = (telling: Telling) => TraceEvent;
export type Passage = Happening | readonly Passage[];

type Place = Pick<TraceEvent, "at" | "where" | "thread" | "agent">;
type Kind = TraceEvent["kind"];
type EventOf<K extends Kind> = Extract<TraceEvent, { kind: K }>;
type Own<K extends Kind> = Omit<EventOf<K>, keyof Place | "kind">;

/** A session as it is being told. The n-th subagent of a type has the thread `type#n`. */
export interface Telling {
  /** Where the next event happens: in a subagent's thread, by its type or thread, or in the root's. */
  readonly place: (by?: string) => Place;
  /** The thread of the newest subagent of a type; a thread names itself. */
  readonly newest: (type: string) => string;
  readonly begin: (type: string) => string;
}

export const root = "root";

/**
 * The session in which these passages happen, one after the other, on the lines of one file, a minute apart. It opens
 * with $recipe-implement, so that the first passage's event is the third of the timeline.
 */
export function told(...passages: readonly Passage[]): Timeline {
  const threads: string[] = [];
  const events: TraceEvent[] = [];
  const newest = (type: string): string =>
    threads.findLast((thread) => thread === type || typeOf(thread) === type) ?? `${type}#0`;
  const telling: Telling = {
    newest,
    begin: (type) => {
      const thread = `${type}#${threads.filter((one) => typeOf(one) === type).length + 1}`;
      threads.push(thread);
      return thread;
    },
    place: (by) => ({
      at: new Date(Date.UTC(2026, 0, 1, 9, events.length)).toISOString(),
      where: { file: "session.jsonl", line: events.length + 1 },
      thread: by === undefined ? root : newest(by),
      agent: by === undefined ? null : typeOf(newest(by)),
    }),
  };
  for (const happening of flat([opening, ...passages])) events.push(happening(telling));
  return {
    session: root,
    cwd: "/project",
    codex: "0.169.0",
    model: "mock-model",
    generation: 2,
    forkedFrom: null,
    threads: [],
    events,
    notes: [],
  };
}

const typeOf = (thread: string): string => thread.replace(/#\d+$/, "");

function flat(passages: readonly Passage[]): Happening[] {
  return passages.flatMap((passage) => (typeof passage === "function" ? [passage] : flat(passage)));
}

function happens<K extends Kind>(kind: K, by: string | undefined, own: Own<K>): Happening {
  return (telling) => ({ kind, ...telling.place(by), ...own }) as unknown as EventOf<K>;
}

export const person = (text: string): Happening => happens("person_message", undefined, { text });
export const invoked = (skill = "recipe-implement"): Happening => happens("skill_invoked", undefined, { skill });
const opening: readonly Passage[] = [person("$recipe-implement Refuse expired session tokens"), invoked()];

interface SpawnWords {
  readonly prompt?: string;
  readonly name?: string;
  readonly inherits?: boolean;
  readonly refused?: string;
  /** The subagent that spawns, by type or thread; the root unless it is said. */
  readonly by?: string;
}

/** A spawn; null is Codex's default agent. What the subagent is told cannot be read unless it is said. */
export function spawn(type: string | null, words: SpawnWords = {}): Happening {
  const { prompt = null, name = null, inherits = false, refused = null, by } = words;
  return (telling) => {
    const place = telling.place(by);
    const child = refused === null ? telling.begin(type ?? "default") : null;
    return { kind: "spawn", ...place, call: `call-${place.where.line}`, type, name, prompt, inherits, child, refused };
  };
}

interface AddressWords {
  readonly prompt?: string;
  readonly as?: "task" | "note";
  readonly interrupts?: boolean;
  readonly refused?: string;
  readonly by?: string;
}

/** The newest subagent of a type, or a thread, is given another task (or a note). */
export function addressed(type: string, words: AddressWords = {}): Happening {
  const { prompt = null, as = "task", interrupts = false, refused = null, by } = words;
  return (telling) => {
    const target = telling.newest(type);
    return { kind: "agent_addressed", ...telling.place(by), as, target, prompt, interrupts, refused };
  };
}

/** A wait for any subagent that ends with an answer. */
export function wait({ timeoutMs = null as number | null, timedOut = false } = {}): Happening {
  return happens("wait", undefined, { targets: [], timeoutMs, timedOut, refused: null });
}

interface CloseWords {
  readonly how?: "close" | "interrupt";
  readonly was?: "running" | "finished" | "unknown";
  readonly refused?: string;
}

/** The newest subagent of a type, or a thread, is closed. */
export function close(type: string, words: CloseWords = {}): Happening {
  const { how = "close", was = "running", refused = null } = words;
  return (telling) => ({ kind: "close", ...telling.place(), how, target: telling.newest(type), was, refused });
}

/** What the schemas' examples say otherwise, so that every answer proceeds. */
const proceeding: Readonly<Record<string, object>> = {
  "requirement-analyzer": { confidence: "confirmed", scopeDependencies: [] },
  "document-reviewer": { verdict: { decision: "approved" } },
  "design-sync": { summary: { sync_status: "NO_CONFLICTS" }, conflicts: [] },
  "integration-test-reviewer": { status: "approved", requiredFixes: [] },
  "security-reviewer": { status: "approved", findings: [], notes: null },
};

/** An answer that fits its agent's schema and proceeds, with fields of the test's own over it. */
export function answerText(type: string, fields: object = {}): string {
  return JSON.stringify({ ...examples.get(type), ...proceeding[type], ...fields });
}

const agents =
  "requirement-analyzer codebase-analyzer prd-creator technical-designer technical-designer-frontend document-reviewer code-verifier design-sync acceptance-test-generator work-planner task-decomposer task-executor task-executor-frontend integration-test-reviewer quality-fixer security-reviewer code-reviewer";
const examples = new Map<string, object>();
for (const agent of agents.split(" ")) examples.set(agent, exampleOf(await schemaOf(agent)));

/** The newest subagent of a type, or a thread, answers: what fits its schema and proceeds, with these fields over it. */
export function answer(by: string, fields: object = {}): Happening {
  return saying(by, answerText(typeOf(by), fields));
}

/** The newest subagent of a type, or a thread, answers these very words. */
export function saying(by: string, text: string): Happening {
  return happens("answer", by, { text, failed: null });
}

/** The newest subagent of a type, or a thread, dies. */
export function dying(by: string, failed = "the stream was cut off"): Happening {
  return happens("answer", by, { text: "", failed });
}

/** An agent is spawned and answers. */
export function step(type: string, fields: object = {}): Passage {
  return [spawn(type), answer(type, fields)];
}

interface CommandWords {
  readonly by?: string;
  readonly exitCode?: number | null;
  readonly output?: string;
  readonly refused?: string;
}

export function command(text: string, words: CommandWords = {}): Happening {
  const { by, exitCode = 0, output = "", refused = null } = words;
  return happens("command", by, { command: text, cwd: "/project", exitCode, output, refused });
}

/** The root stages these paths and commits them. */
export function commit(...paths: readonly string[]): Passage {
  return [command(`git add ${paths.join(" ")}`), command('git commit -m "Refuse expired session tokens"')];
}

export function changed(paths: readonly string[], { by, refused }: { by?: string; refused?: string } = {}): Happening {
  const files = paths.map((path) => ({ path, change: "updated" as const }));
  return happens("files_changed", by, { files, refused: refused ?? null });
}

export function turnEnded(message: string | null = null): Happening {
  return happens("turn_ended", undefined, { message, aborted: false });
}

export const aborted = (): Happening => happens("turn_ended", undefined, { message: null, aborted: true });
export const sentOn = (by: string, reason: string): Happening => happens("sent_on", by, { reason });
export const handedOver = (by: string, names: readonly string[]): Happening => happens("handed_over", by, { names });
export const switched = (on: boolean, by: "project" | "session" | "environment" = "project"): Happening =>
  happens("hooks_switched", undefined, { on, by });
