import type { TraceEvent, TracePlace } from "./trace-event.ts";

/** How a session's file is named in what is told of it. */
export type NameOf = (file: string) => string;

/** Tokens a thread used, as Codex counts them. */
export interface TokenUse {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
  readonly reasoning: number;
  readonly total: number;
}

/** One agent's thread: the root's, or a subagent's. */
export interface Thread {
  readonly id: string;
  readonly parent: string | null;
  /** The subagent's type; null for the root. */
  readonly agent: string | null;
  /** Its task's name or nickname; null where it has none. */
  readonly name: string | null;
  readonly file: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly tokens: TokenUse;
}

/** What is remarkable about the files themselves: a torn line, a missing file, lines of a kind that is not known. */
export interface TraceNote {
  readonly where: TracePlace;
  readonly note: string;
}

/** A session as one sequence of events, the root's and its subagents' merged in the order in which they happened. */
export interface Timeline {
  /** The root thread's id. */
  readonly session: string;
  readonly cwd: string;
  readonly codex: string | null;
  readonly model: string | null;
  /** Which of Codex's subagent tools the session had; null when it shows none. */
  readonly generation: 1 | 2 | null;
  /** The session this one was forked from. */
  readonly forkedFrom: string | null;
  /** The root first. */
  readonly threads: readonly Thread[];
  readonly events: readonly TraceEvent[];
  readonly notes: readonly TraceNote[];
}
