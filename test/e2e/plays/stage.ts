import type { Actor, ModelScript } from "../model-script.ts";
import type { TurnItem } from "../turn-items.ts";
import type { Play } from "./play.ts";

/** A play made ready: what the model says, and what the person writes, message by message. */
export interface Staged {
  readonly script: ModelScript;
  readonly messages: readonly Message[];
}

/** What a person writes, and the baton commands they run before. */
interface Message {
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
  readonly commands: readonly (readonly string[])[];
}

/** Makes a play ready for the model server; a task's turns are put together in the order in which the play tells them. */
export function stage(play: Play): Staged {
  const cast = new Map<string, (readonly TurnItem[])[]>();
  for (const move of play) {
    if (move.does === "cast") cast.set(move.task, [...(cast.get(move.task) ?? []), ...move.turns]);
  }
  const subagents = [...cast].map(([task, turns]): Actor => ({ name: task, when: { task }, turns }));
  const turns = play.flatMap((move) => (move.does === "turn" ? [move.items] : []));
  const orchestrator: Actor = { name: "orchestrator", when: { role: "root" }, turns };
  return { script: [...subagents, orchestrator], messages: messagesOf(play) };
}

function messagesOf(play: Play): Message[] {
  const messages: Message[] = [];
  let commands: (readonly string[])[] = [];
  for (const move of play) {
    if (move.does === "terminal") commands.push(move.words);
    if (move.does !== "person") continue;
    messages.push({ text: move.text, env: move.env, commands });
    commands = [];
  }
  return messages;
}
