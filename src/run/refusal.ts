import type { Code } from "../core/codes.ts";
import type { RunEvent } from "./event.ts";

/** Why a command is not carried out. Nothing has changed. */
export interface Refusal {
  readonly code: Code;
  /** Lower case, no final stop, the user's text in quotes. */
  readonly message: string;
  readonly hint?: string;
  /** A file whose hash the decision depends on and was not given: measure it and ask again. */
  readonly measure?: string;
}

/** What a command comes to: events to append (none when nothing changes), or a refusal. */
export type Decision = { readonly events: readonly RunEvent[] } | { readonly refusal: Refusal };
