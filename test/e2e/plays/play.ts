import type { Matcher } from "../matcher.ts";
import { say, type TurnItem } from "../turn-items.ts";

/** What a model says in answer to one request. */
type Turn = readonly TurnItem[];

/** One thing that happens in a play, from the orchestrator's side. */
export type Move =
  /** A person writes: the first message starts the session, each later one resumes it after a turn that has ended. */
  | { readonly does: "person"; readonly text: string }
  /** The orchestrator's model answers one request. */
  | { readonly does: "turn"; readonly items: readonly TurnItem[] }
  /** What a subagent will do: its first time on stage names whom it answers, a later one goes on where that ended. */
  | { readonly does: "cast"; readonly task: string; readonly when?: Matcher; readonly turns: readonly Turn[] };

/** A session as a play, told in the order in which it happens. */
export type Play = readonly Move[];

/** A person's message. */
export function person(text: string): Play {
  return [{ does: "person", text }];
}

/** One answer of the orchestrator's model; a text alone ends its turn. */
export function turn(...items: readonly TurnItem[]): Play {
  return [{ does: "turn", items }];
}

/** The orchestrator says something and with it ends its turn. */
export function ends(text: string): Play {
  return turn(say(text));
}

/** Joins plays, one after another. */
export function play(...parts: readonly Play[]): Play {
  return parts.flat();
}
