import type { Matcher } from "../matcher.ts";
import type { Actor, ModelScript } from "../model-script.ts";
import type { TurnItem } from "../turn-items.ts";
import type { Play } from "./play.ts";

/** A play made ready: what the model says, and what the person writes, message by message. */
export interface Staged {
  readonly script: ModelScript;
  readonly messages: readonly string[];
}

/** Makes a play ready for the model server; a task's turns are put together in the order in which the play tells them. */
export function stage(play: Play): Staged {
  const cast = new Map<string, { when: Matcher; turns: (readonly TurnItem[])[] }>();
  for (const move of play) {
    if (move.does !== "cast") continue;
    const actor = cast.get(move.task) ?? { when: move.when ?? {}, turns: [] };
    cast.set(move.task, { ...actor, turns: [...actor.turns, ...move.turns] });
  }
  const subagents = [...cast].map(([name, { when, turns }]): Actor => ({ name, when, turns }));
  const turns = play.flatMap((move) => (move.does === "turn" ? [move.items] : []));
  const orchestrator: Actor = { name: "orchestrator", when: { role: "root" }, turns };
  const messages = play.flatMap((move) => (move.does === "person" ? [move.text] : []));
  return { script: [...subagents, orchestrator], messages };
}
