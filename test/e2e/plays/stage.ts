import type { Actor, ModelScript } from "../model-script.ts";
import { say, type TurnItem } from "../turn-items.ts";
import type { Play } from "./play.ts";

/** A play made ready: what the model says, and what the person writes, message by message. */
export interface Staged {
  readonly script: ModelScript;
  readonly messages: readonly Message[];
}

/** What a person writes, the baton commands they run before, and what they write while it is answered. */
export interface Message {
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly commands: readonly (readonly string[])[];
  readonly interjections: readonly { readonly text: string; readonly afterMs: number }[];
}

/** Whoever's conversation Codex has summed up. */
const summarizer: Actor = {
  name: "summarizer",
  when: { kind: "compaction" },
  turns: Array.from({ length: 5 }, () =>
    say("Summary: the steps so far are done as the files under docs/ and git show."),
  ),
};

/** Makes a play ready for the model server; a task's turns are put together in the order in which the play tells them. */
export function stage(play: Play): Staged {
  const cast = new Map<string, (readonly TurnItem[])[]>();
  for (const move of play) {
    if (move.does === "cast") cast.set(move.task, [...(cast.get(move.task) ?? []), ...move.turns]);
  }
  const subagents = [...cast].map(([task, turns]): Actor => ({ name: task, when: { task }, turns }));
  const turns = play.flatMap((move) => (move.does === "turn" ? [move.items] : []));
  const orchestrator: Actor = { name: "orchestrator", when: { role: "root" }, turns };
  return { script: [summarizer, ...subagents, orchestrator], messages: messagesOf(play) };
}

function messagesOf(play: Play): Message[] {
  const messages: Message[] = [];
  let commands: (readonly string[])[] = [];
  for (const move of play) {
    if (move.does === "terminal") commands.push(move.words);
    if (move.does === "interjection") {
      const last = messages.pop();
      if (last !== undefined) messages.push({ ...last, interjections: [...last.interjections, move] });
    }
    if (move.does !== "person") continue;
    const { env = {}, args = [] } = move.how;
    messages.push({ text: move.text, env, args, commands, interjections: [] });
    commands = [];
  }
  return messages;
}
