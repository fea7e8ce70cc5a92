import { say, type TurnItem } from "../turn-items.ts";

/** What a model says in answer to one request. */
type Turn = readonly TurnItem[];

/** More of Codex's environment. */
type Environment = Readonly<Record<string, string>>;

/** One thing that happens in a play, from the orchestrator's side. */
export type Move =
  /** A person writes: the first message starts the session, each later one resumes it after a turn that has ended. */
  | { readonly does: "person"; readonly text: string; readonly env: Environment }
  /** A person runs a baton command in a terminal, before they write again. */
  | { readonly does: "terminal"; readonly words: readonly string[] }
  /** The orchestrator's model answers one request. */
  | { readonly does: "turn"; readonly items: readonly TurnItem[] }
  /** What the subagent of a task will do; a later time on stage goes on where the earlier one ended. */
  | { readonly does: "cast"; readonly task: string; readonly turns: readonly Turn[] };

/** A session as a play, told in the order in which it happens. */
export type Play = readonly Move[];

/** A person's message; Codex runs in this environment while it answers. */
export function person(text: string, env: Environment = {}): Play {
  return [{ does: "person", text, env }];
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
