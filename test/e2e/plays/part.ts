import type { JsonObject } from "../json-value.ts";
import { close, followUp, pause, reopen, say, spawn, type TurnItem, wait } from "../turn-items.ts";
import { type Play, play, turn } from "./play.ts";

/** A subagent's part in a play: what it is asked, what it does, what it answers. */
export interface Part {
  /** Codex's default agent when absent. */
  readonly agent?: string;
  /** Unique in a session. */
  readonly task: string;
  readonly prompt: string;
  /** What it does before it answers, one request each. */
  readonly does?: readonly TurnItem[];
  readonly answer: JsonObject | string;
  readonly withHistory?: boolean | "unsaid";
}

/** What a subagent that has answered is asked next. */
export type NextPart = Pick<Part, "task" | "prompt" | "does" | "answer">;

/** The orchestrator spawns the part, waits for its answer and closes it. */
export function call(part: Part): Play {
  return play(keep(part), turn(close(part.task)));
}

/** The same without closing: the agent may be asked again. */
export function keep(part: Part): Play {
  return play(start(part), await_(part));
}

/** Only spawns the part. */
export function start(...parts: readonly Part[]): Play {
  return play(
    ...parts.map((part, index) => enter(part, parts.length > 1 ? index + 1 : 0)),
    turn(...parts.map(spawned)),
  );
}

/** Waits for parts. */
export function await_(...parts: readonly Pick<Part, "task">[]): Play {
  return turn(wait({ tasks: parts.map(({ task }) => task) }));
}

/** Spawns parts side by side, waits for all of them and closes them. */
export function sideBySide(...parts: readonly Part[]): Play {
  return play(start(...parts), await_(...parts), ...parts.map(({ task }) => turn(close(task))));
}

/** Asks an agent that has answered, and was kept, for something more. */
export function again(next: NextPart): Play {
  return play(
    [{ does: "cast", task: next.task, turns: turnsOf(next) }],
    turn(followUp(next.task, next.prompt)),
    await_(next),
  );
}

/** The same after the person has written: Codex has started anew since, and the agent is reopened first. */
export function againLater(next: NextPart): Play {
  return play(turn(reopen(next.task)), again(next));
}

/** The subagent itself, without the orchestrator's spawn; `place` is its place among those spawned side by side, from 1. */
export function enter(part: Part, place = 0): Play {
  return [{ does: "cast", task: part.task, turns: turnsOf(part, place) }];
}

function spawned({ agent, task, prompt, withHistory }: Part): TurnItem {
  return spawn({
    taskName: task,
    message: prompt,
    ...(agent === undefined ? {} : { agent }),
    ...(withHistory === undefined ? {} : { withHistory }),
  });
}

/** Slow enough that the orchestrator is waiting when the answer comes, and of agents side by side one after the other: a play goes the same way each time. */
const thinkingMs = 80;
const apartMs = 1_000;

function turnsOf({ does = [], answer }: NextPart, place = 0): (readonly TurnItem[])[] {
  return [...does.map((item) => [item]), [pause(thinkingMs + place * apartMs), say(answer)]];
}
