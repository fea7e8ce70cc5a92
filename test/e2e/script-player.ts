import { matches } from "./matcher.ts";
import type { ModelRequest } from "./model-request.ts";
import type { Actor, ModelScript } from "./model-script.ts";
import { renderItem } from "./render-turn.ts";
import type { SpawnBook } from "./spawn-book.ts";
import type { ReplyPart } from "./sse.ts";
import type { TurnItem } from "./turn-items.ts";
import { waitingIsOver } from "./waiting.ts";

/** What goes back to Codex. */
export type Reply =
  | { readonly status: 200; readonly parts: readonly ReplyPart[] }
  | { readonly status: number; readonly message: string };

/** How a request was answered: by whom, and what the script did not provide for. */
export interface Played {
  readonly actor: string | undefined;
  readonly reply: Reply;
  readonly problem?: string;
}

interface Cursor {
  turn: number;
  isWaiting: boolean;
}

/** Plays a script: keeps, for each actor in each thread, which turn comes next. */
export class ScriptPlayer {
  readonly #script: ModelScript;
  readonly #book: SpawnBook;
  readonly #cursors = new Map<string, Cursor>();

  constructor(script: ModelScript, book: SpawnBook) {
    this.#script = script;
    this.#book = book;
  }

  /** Answers a request. What the script does not provide for becomes a problem and HTTP 500; never throws. */
  play(request: ModelRequest): Played {
    const actor = this.#script.find((one) => matches(one.when, request));
    if (actor === undefined) return refuse(undefined, `no actor answers ${describe(request)}`);
    try {
      const reply = this.#nextReply(actor, request);
      if (reply !== undefined) return { actor: actor.name, reply };
    } catch (error) {
      return refuse(actor.name, `actor "${actor.name}" cannot play: ${String(error)}`);
    }
    const count = actor.turns.length;
    return refuse(actor.name, `actor "${actor.name}" ran out of turns after ${count}: ${describe(request)}`);
  }

  #nextReply(actor: Actor, request: ModelRequest): Reply | undefined {
    const cursor = this.#cursorOf(actor, request);
    for (;;) {
      const turn = actor.turns[cursor.turn];
      if (turn === undefined) return undefined;
      const items = [turn].flat();
      const reply = cursor.isWaiting ? this.#wait(items, request) : this.#render(items, request);
      cursor.isWaiting = reply !== undefined && items.some(isPatient);
      if (!cursor.isWaiting) cursor.turn += 1;
      if (reply !== undefined) return reply;
    }
  }

  #wait(items: readonly TurnItem[], request: ModelRequest): Reply | undefined {
    const waits = items.filter(isPatient).filter((item) => !waitingIsOver(item.options, request, this.#book));
    return this.#render(waits, request);
  }

  #render(items: readonly TurnItem[], request: ModelRequest): Reply | undefined {
    const failure = items.find((item) => item.does === "fail");
    if (failure !== undefined) return failure;
    const parts = items.flatMap((item) => renderItem(item, request, this.#book));
    return parts.length === 0 ? undefined : { status: 200, parts };
  }

  #cursorOf(actor: Actor, request: ModelRequest): Cursor {
    const key = `${actor.name}\n${request.thread}`;
    const cursor = this.#cursors.get(key) ?? { turn: 0, isWaiting: false };
    this.#cursors.set(key, cursor);
    return cursor;
  }
}

type PatientWait = Extract<TurnItem, { readonly does: "wait" }>;

function isPatient(item: TurnItem): item is PatientWait {
  return item.does === "wait" && item.options.once !== true;
}

function refuse(actor: string | undefined, problem: string): Played {
  return { actor, reply: { status: 500, message: `model script: ${problem}` }, problem };
}

function describe(request: ModelRequest): string {
  const who = request.isSubagent ? `subagent ${request.agentType ?? request.agentName}` : "the root";
  const asked = request.tasks.at(-1) ?? request.userTexts.at(-1) ?? "";
  return `request ${request.turn} of ${who} (last asked "${asked.slice(0, 80)}")`;
}
