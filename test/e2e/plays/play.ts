import { say, type TurnItem } from "../turn-items.ts";

/** What a model says in answer to one request. */
type Turn = readonly TurnItem[];

/** How Codex runs while it answers a person's message. */
interface How {
  /** More of its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** More arguments. */
  readonly args?: readonly string[];
}

/** One thing that happens in a play, from the orchestrator's side. */
export type Move =
  /** A person writes: the first message starts the session, each later one resumes it after a turn that has ended. */
  | { readonly does: "person"; readonly text: string; readonly how: How }
  /** A person writes while the orchestrator is still at work, so long after their message or their last such words. */
  | { readonly does: "interjection"; readonly text: string; readonly afterMs: number }
  /** A person runs a baton command in a terminal, before they write again. */
  | { readonly does: "terminal"; readonly words: readonly string[] }
  /** The orchestrator's model answers one request. */
  | { readonly does: "turn"; readonly items: readonly TurnItem[] }
  /** What the subagent of a task will do; a later time on stage goes on where the earlier one ended. */
  | { readonly does: "cast"; readonly task: string; readonly turns: readonly Turn[] };

/** A session as a play, told in the order in which it happens. */
export type Play = readonly Move[];

/** A person's message. */
export function person(text: string, how: How = {}): Play {
  return [{ does: "person", text, how }];
}

/** A person's words while the orchestrator is at work. */
export function interjection(text: string, afterMs: number): Play {
  return [{ does: "interjection", text, afterMs }];
}

/** A person runs a baton command. */
export function terminal(...words: readonly string[]): Play {
  return [{ does: "terminal", words }];
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
