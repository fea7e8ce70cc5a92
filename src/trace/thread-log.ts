import type { AgentCall } from "./agent-call.ts";
import type { EventBase } from "./agent-event.ts";
import type { FinalStatus } from "./agent-outcome.ts";
import type { Excerpt } from "./excerpt.ts";
import type { JsonFields } from "./json-fields.ts";
import type { SessionMeta } from "./session-meta.ts";
import type { TraceNote } from "./timeline.ts";
import type { TraceEvent } from "./trace-event.ts";

/** A line of a session file, read. */
export interface SessionLine {
  readonly number: number;
  readonly at: string;
  readonly payload: JsonFields;
  /** What a command printed, where it was set aside. */
  readonly printed?: Excerpt | null;
}

/** A tool call whose output has not come yet. */
export type PendingCall =
  | { readonly does: "agent"; readonly call: AgentCall; readonly event: number }
  /** Most are never looked at: what the command did is told by an item of its own. */
  | { readonly does: "shell"; readonly line: Excerpt }
  | { readonly does: "running"; readonly event: number }
  | { readonly does: "patch"; readonly line: Excerpt }
  | { readonly does: "mcp"; readonly server: string; readonly tool: string };

/** How a subagent's turn ended, as its parent was told. */
export interface Report extends FinalStatus {
  readonly base: EventBase;
  readonly moment: number;
}

/** What a thread's file has told so far. */
export class ThreadLog {
  readonly file: string;
  readonly meta: SessionMeta;
  /** What the file is called in events and notes. */
  readonly name: string;
  readonly calls = new Map<string, PendingCall>();
  readonly reports: Report[] = [];
  /** Threads by their paths, as this one learned them. */
  readonly paths = new Map<string, string>();
  readonly notes: TraceNote[] = [];
  readonly events: TraceEvent[] = [];
  /** When each event happened, in milliseconds; never less than the one before. */
  readonly moments: number[] = [];
  model: string | null = null;
  generation: 1 | 2 | null;
  turnOpen = false;
  turns = 0;
  lastAt: string;
  /** What the last line about the thread's tokens says. */
  tokens = "";
  #moment = 0;

  constructor(file: string, meta: SessionMeta, name: string) {
    this.file = file;
    this.name = name;
    this.meta = meta;
    this.generation = meta.generation;
    this.lastAt = meta.startedAt;
  }

  get isRoot(): boolean {
    return this.meta.parent === null;
  }

  /** What every event on this line has. */
  base({ at, number }: { readonly at: string; readonly number: number }): EventBase {
    return { at, where: { file: this.name, line: number }, thread: this.meta.thread, agent: this.meta.agent };
  }

  /** Adds an event; gives its place for `change`. */
  add(event: TraceEvent): number {
    this.events.push(event);
    this.moments.push(this.momentOf(event.at));
    return this.events.length - 1;
  }

  /** Completes an event with what was learned later. */
  change(place: number, made: (event: TraceEvent) => TraceEvent): void {
    const event = this.events[place];
    if (event !== undefined) this.events[place] = made(event);
  }

  /** The time in milliseconds; never before what came before in the file, whatever the clock did. */
  momentOf(at: string): number {
    const moment = Date.parse(at);
    this.#moment = Number.isNaN(moment) ? this.#moment : Math.max(this.#moment, moment);
    return this.#moment;
  }

  /** Forgets what happened after a moment. */
  endAt(at: string): void {
    const end = Date.parse(at);
    const first = this.moments.findIndex((moment) => moment > end);
    if (first === -1) return;
    this.events.splice(first);
    this.moments.splice(first);
  }

  note(number: number, note: string): void {
    this.notes.push({ where: { file: this.name, line: number }, note });
  }
}
