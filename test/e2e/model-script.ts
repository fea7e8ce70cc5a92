import type { Matcher } from "./matcher.ts";
import type { TurnItem } from "./turn-items.ts";

/** What the model says in answer to one request. */
type Turn = TurnItem | readonly TurnItem[];

/** One part in the play: each thread it plays in takes the turns from the first one on. */
export interface Actor {
  readonly name: string;
  readonly when: Matcher;
  readonly turns: readonly Turn[];
}

/** Everything the model will do; a request belongs to the first actor that matches it. */
export type ModelScript = readonly Actor[];
