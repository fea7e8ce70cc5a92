import { setTimeout as sleep } from "node:timers/promises";
import { agentMessageOf, isToolOutput, outputTextOf } from "./input-items.ts";
import { type JsonObject, type JsonValue, objectOf, objectsOf, parseJson, textOf } from "./json-value.ts";
import type { RequestSender } from "./model-request.ts";

/** A subagent the script started: by `callId` in `thread`. */
export interface Spawned {
  readonly callId: string;
  readonly thread: string;
  readonly taskName: string;
  readonly agent: string | undefined;
}

/** Remembers every subagent the script started, so that a task keeps one name in both generations of Codex's tools. */
export class SpawnBook {
  readonly #spawned: Spawned[] = [];
  /** What each call that asks a task for an answer asks: call id → task name. */
  readonly #questions = new Map<string, string>();
  /** How each call came out: call id → what Codex calls the agent (first generation: its thread), none when refused. */
  readonly #agentIds = new Map<string, string | undefined>();

  /** Notes a spawn call that is about to be sent to Codex. */
  noteSpawn(spawned: Spawned): void {
    this.#spawned.push(spawned);
    this.#questions.set(spawned.callId, spawned.taskName);
  }

  /** Notes a call that gives a task something new to answer. */
  noteFollowUp(callId: string, taskName: string): void {
    this.#questions.set(callId, taskName);
  }

  /** Takes the outcomes of a thread's own spawn calls out of its request; a child may carry its parent's calls too. */
  learn(thread: string, input: readonly JsonObject[]): void {
    const own = new Set(this.#spawnedBy(thread).map((spawned) => spawned.callId));
    for (const item of input.filter((one) => isToolOutput(one) && own.has(textOf(one.call_id)))) {
      const { agent_id, task_name } = objectOf(parseJson(outputTextOf(item)));
      this.#agentIds.set(textOf(item.call_id), textOf(agent_id ?? task_name) || undefined);
    }
  }

  /** The tasks a thread has spawned, in order, without the spawns Codex refused. */
  tasksOf(thread: string): readonly string[] {
    return this.#spawnedBy(thread)
      .filter(({ callId }) => !this.#agentIds.has(callId) || this.#agentIds.get(callId) !== undefined)
      .map((spawned) => spawned.taskName);
  }

  /** The first generation's id of a task; `undefined` before Codex has told it, or when the spawn was refused. */
  agentIdOf(thread: string, taskName: string): string | undefined {
    const spawned = this.#spawnedBy(thread).findLast((one) => one.taskName === taskName);
    return spawned && this.#agentIds.get(spawned.callId);
  }

  /**
   * The spawn a subagent came of. In the first generation a child may ask before its parent
   * has told its id, so this waits for the parent, at most ten seconds.
   */
  async spawnOf(sender: RequestSender): Promise<Spawned | undefined> {
    for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 10) {
      const byId = this.#spawned.find((one) => this.#agentIds.get(one.callId) === sender.thread);
      const siblings = this.#spawnedBy(sender.parentThread);
      const byPath = siblings.findLast((one) => sender.agentName.endsWith(`/${one.taskName}`));
      const found = byId ?? byPath;
      if (found !== undefined) return found;
      if (siblings.every((one) => this.#agentIds.has(one.callId))) return undefined;
      await sleep(10);
    }
    return undefined;
  }

  /** The answers a request shows, by task; a later question to the same task takes its answer out again. */
  answersIn(thread: string, input: readonly JsonObject[]): ReadonlyMap<string, string> {
    const answers = new Map<string, string>();
    for (const item of input) {
      const asked = isToolOutput(item) ? undefined : this.#questions.get(textOf(item.call_id));
      if (asked !== undefined) answers.delete(asked);
      for (const [taskName, answer] of this.#answersOf(thread, item)) answers.set(taskName, answer);
    }
    return answers;
  }

  #spawnedBy(thread: string): readonly Spawned[] {
    return this.#spawned.filter((spawned) => spawned.thread === thread);
  }

  #answersOf(thread: string, item: JsonObject): readonly (readonly [string, string])[] {
    const message = agentMessageOf(item);
    if (message !== undefined) {
      const taskName = message.author.slice(message.author.lastIndexOf("/") + 1);
      return message.kind === "FINAL_ANSWER" ? [[taskName, message.payload]] : [];
    }
    const statuses = statusesIn(item);
    return this.#spawnedBy(thread).flatMap(({ callId, taskName }) => {
      const answer = finalTextOf(statuses[this.#agentIds.get(callId) ?? ""]);
      return answer === undefined ? [] : [[taskName, answer] as const];
    });
  }
}

/** First generation: the states of agents, by id, that a wait output or a notification tells. */
function statusesIn(item: JsonObject): JsonObject {
  if (isToolOutput(item)) return objectOf(objectOf(parseJson(outputTextOf(item))).status);
  if (item.type !== "message" || item.role !== "user") return {};
  const text = objectsOf(item.content)
    .map((part) => textOf(part.text))
    .join("\n");
  const [, json = ""] = /<subagent_notification>\n(.*)\n<\/subagent_notification>/s.exec(text) ?? [];
  const notice = objectOf(parseJson(json));
  return { [textOf(notice.agent_path)]: notice.status };
}

/** `{completed|errored: text}` or a word such as `not_found`; `undefined` while the agent works. */
function finalTextOf(status: JsonValue | undefined): string | undefined {
  if (typeof status === "string") return /^(running|pending_init)$/.test(status) ? undefined : status;
  const { completed, errored } = objectOf(status);
  if (completed === undefined && errored === undefined) return undefined;
  return textOf(completed ?? errored);
}
