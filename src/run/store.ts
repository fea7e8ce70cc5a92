import type { ChainedEvent } from "./chain.ts";
import type { RunEvent } from "./event.ts";
import type { Instant } from "./instant.ts";
import type { Decision, Refusal } from "./refusal.ts";
import type { RunStatus } from "./run.ts";
import type { RunState } from "./run-state.ts";

/** A key that stands for one request, and the request's fingerprint. Its scope is the store. */
export interface Idempotency {
  readonly key: string;
  readonly fingerprint: string;
}

/** One operation on a run. `decide` and `answer` are pure: the store may call them more than once. */
export interface Operation<State> {
  readonly decide: (state: State) => Decision;
  /** What the caller is told, as JSON, from the state after the operation. Kept with the key, to be told again. */
  readonly answer: (state: RunState) => object;
  readonly idempotency?: Idempotency | undefined;
}

/** What became of an operation. Only `done` has changed anything. */
export type Outcome =
  /** With the run's newest event. */
  | { readonly kind: "done"; readonly answer: object; readonly last: EventMark }
  /** The same request came before under its key: the first answer again. */
  | { readonly kind: "reused"; readonly answer: object }
  /** Another request came before under the key. */
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "unknown" }
  /** A run of that id exists: open it under another one. */
  | { readonly kind: "taken" };

export interface RunFilter {
  readonly statuses?: readonly RunStatus[] | undefined;
  readonly owner?: string | undefined;
  readonly kind?: string | undefined;
  readonly includeEnded: boolean;
  readonly limit: number;
}

export interface EventFilter {
  /** Only events after this one. */
  readonly afterSeq?: number | undefined;
  /** Only events up to this one. */
  readonly untilSeq?: number | undefined;
  /** Only events of this moment or later, by what the clock said. */
  readonly since?: Instant | undefined;
  readonly limit: number;
}

/** A key as it is kept: with the answer that was given. */
export interface KeptKey extends Idempotency {
  readonly answer: object;
}

/** A run's whole history, checked. */
export interface RunHistory {
  readonly events: readonly ChainedEvent[];
  readonly keys: readonly KeptKey[];
}

/** An event of a run, by its number and its hash. */
export interface EventMark {
  readonly seq: number;
  readonly hash: string;
}

/** A run with what its sessions were seen to do. */
export interface SeenRun {
  readonly state: RunState;
  /** Its newest event. */
  readonly last: EventMark;
  /** Its opening, what was observed and what persons decided; oldest first. */
  readonly events: readonly RunEvent[];
  /** Whether those but the opening are only what came after the event that was given. */
  readonly isLater: boolean;
}

/** A place where what is stored is not what was written. */
export interface StoreProblem {
  /** Null when the damage is not in one run. */
  readonly runId: string | null;
  readonly message: string;
}

/**
 * Where runs are kept. Every operation is one transaction, whole or not at all, and has reached the disk when its promise
 * resolves. Operations of any number of processes come one after the other. Reading a run takes the same time however long
 * its history is. Every method throws a Failure `run/…` when the store cannot be used; none guesses.
 */
export interface RunStore {
  /** Opens a run, under the id its first event has. */
  readonly open: (operation: Operation<undefined>) => Promise<Outcome>;
  /** Changes a run: decides on its newest state, which nobody else can change meanwhile. */
  readonly change: (runId: string, operation: Operation<RunState>) => Promise<Outcome>;
  readonly load: (runId: string) => Promise<RunState | undefined>;
  /**
   * One state of a run and the events of it that hooks decide on, read often: their hashes are checked by `history` and
   * `verify`, not here. With an event that is one of its own, only its opening and what came later.
   */
  readonly seen: (runId: string, after?: EventMark) => Promise<SeenRun | undefined>;
  /** Ids that begin so, at most `limit`, sorted. */
  readonly find: (prefix: string, limit: number) => Promise<readonly string[]>;
  /** Newest first. */
  readonly events: (runId: string, filter: EventFilter) => Promise<readonly ChainedEvent[]>;
  /** Newest first, in the order they were opened. */
  readonly list: (filter: RunFilter) => Promise<readonly RunState[]>;
  /** The ids of all runs, oldest first. */
  readonly ids: () => Promise<readonly string[]>;
  /** Oldest first. Undefined when there is no such run. */
  readonly history: (runId: string) => Promise<RunHistory | undefined>;
  /** Adds a run by its history. `taken` when there is one of that id; `conflict` when one of its keys is in use. */
  readonly restore: (history: RunHistory) => Promise<"added" | "taken" | "conflict">;
  /** The ids of runs that ended before a moment; deleted with all that belongs to them unless `keep`. */
  readonly prune: (endedBefore: Instant, keep: boolean) => Promise<readonly string[]>;
  /** Compares what is stored with the histories, of one run or of all. */
  readonly verify: (runId?: string) => Promise<readonly StoreProblem[]>;
  /** Bytes that no other process gets: what makes ids. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly close: () => Promise<void>;
}
