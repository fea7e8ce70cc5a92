import type { Code } from "../core/codes.ts";
import type { Moment } from "./moment.ts";

/** One thing wrong at a moment. */
export interface Fault {
  /** Lower case, no final stop, a session's own text in quotes. */
  readonly message: string;
  /** Imperative: what to do now; the model reads it when a hook stops the step. */
  readonly hint: string;
  /** The event it is about, where that is another than the moment's. */
  readonly event?: number;
}

/** A rule over a session, for both moments: while it runs and afterwards. */
export interface Rule {
  readonly code: Code;
  /** Whether Baton's hooks can hold it while Codex runs. */
  readonly live: boolean;
  readonly check: (moment: Moment) => Fault | readonly Fault[] | undefined;
}
