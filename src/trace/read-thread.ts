import type { Excerpt } from "./excerpt.ts";
import { isoTime } from "./iso-time.ts";
import { fieldsOf, type JsonFields, parseFields, textOrNull } from "./json-fields.ts";
import { callIn, itemOf, type LineHead, outputOf, roleOf, toolOf } from "./line-head.ts";
import { toolAnswered, toolCalled } from "./lines/calls.ts";
import { itemCompleted, toldItems } from "./lines/items.ts";
import { agentMessage, developerMessage, questionAnswered, userMessage } from "./lines/messages.ts";
import { setOutputAside } from "./lines/set-output-aside.ts";
import { turnAborted, turnCompleted, turnContext, turnStarted } from "./lines/turns.ts";
import { type LineSink, type RawLine, readLines } from "./read-lines.ts";
import type { SessionLine, ThreadLog } from "./thread-log.ts";
import { tellsTokens } from "./token-use.ts";

/**
 * Reads one thread's file into the log of what it tells; nothing in it is an error but a file that cannot be read.
 * @param before the line, by its ordinal, to stop before
 */
export function readThread(log: ThreadLog, before: number | null): ThreadLog {
  if (log.isRoot) begin(log);
  const reader = new ThreadReader(log, before);
  readLines(log.file, reader);
  reader.end();
  return log;
}

function begin(log: ThreadLog): void {
  const { at, cwd, codex, forkedFrom } = log.meta;
  const source = forkedFrom === null ? "startup" : "fork";
  log.add({ kind: "session_started", ...log.base({ at, number: 1 }), source, cwd, codex, model: null });
}

type Handler = (log: ThreadLog, line: SessionLine) => void;

const handlers: Readonly<Record<string, Handler>> = {
  turn_context: turnContext,
  "event_msg/task_started": turnStarted,
  "event_msg/task_complete": turnCompleted,
  "event_msg/turn_aborted": turnAborted,
  "event_msg/item_completed": itemCompleted,
  "response_item/message": (log, line) => {
    if (line.payload["role"] === "user") userMessage(log, line);
    else if (line.payload["role"] === "developer") developerMessage(log, line);
  },
  "response_item/agent_message": agentMessage,
  "retained_context/verified_answer": questionAnswered,
  "response_item/function_call": toolCalled,
  "response_item/custom_tool_call": toolCalled,
  "response_item/function_call_output": toolAnswered,
  "response_item/custom_tool_call_output": toolAnswered,
};

/** Types of lines that Codex 0.169 writes. */
const known = new Set(
  "session_meta response_item event_msg turn_context compacted world_state token_usage_record inter_agent_communication inter_agent_communication_metadata dynamic_tools_updated security_risk_score realtime_item retained_context".split(
    " ",
  ),
);

const typed = new Set(["event_msg", "response_item"]);
const handoff = Buffer.from("<baton_handoff names=");
/** Tools whose doings an item tells. */
const toldTools: Readonly<Record<string, "shell" | "patch">> = {
  apply_patch: "patch",
  "container.exec": "shell",
  exec_command: "shell",
  local_shell: "shell",
  shell: "shell",
  shell_command: "shell",
};

/** Decides on each line by its head and turns those that matter into events. */
class ThreadReader implements LineSink {
  readonly log: ThreadLog;
  readonly #unknown = new Map<string, { readonly first: number; count: number }>();
  /** Whether the file's own part has begun, after a copy of the parent's history. */
  #own: boolean;

  readonly #before: number | null;

  constructor(log: ThreadLog, before: number | null) {
    this.log = log;
    this.#before = before;
    this.#own = !log.meta.copies;
  }

  see(head: LineHead, number: number): boolean {
    // What is not written as Codex writes it has to be read to be known.
    if (head.type === "" || (head.kind === "" && typed.has(head.type))) return true;
    if (this.#before !== null && head.ordinal !== null && head.ordinal >= this.#before) return false;
    if (!known.has(head.type)) this.#countUnknown(head.type, number);
    // Without an ordinal to go by, the own part begins with the first turn that is younger than the thread.
    if (!this.#own && !this.#begins(head)) return head.kind === "task_started" && this.log.meta.ownFrom === null;
    if (head.at > this.log.lastAt) this.log.lastAt = head.at;
    if (head.type === "compacted") this.log.add({ kind: "compacted", ...this.log.base({ at: head.at, number }) });
    return this.#matters(head);
  }

  /** Whether the own part begins with this line, as far as its ordinal tells. */
  #begins({ ordinal }: LineHead): boolean {
    const { ownFrom } = this.log.meta;
    this.#own = ownFrom !== null && ordinal !== null && ordinal >= ownFrom;
    return this.#own;
  }

  #matters(head: LineHead): boolean {
    switch (`${head.type}/${head.kind}`) {
      case "turn_context/":
        return this.log.model === null || this.log.generation === null;
      case "event_msg/token_count":
        if (tellsTokens(head.rest)) this.log.tokens = head.rest;
        return false;
      case "event_msg/item_completed": {
        const item = itemOf(head);
        return item === undefined || toldItems.has(item);
      }
      case "response_item/message": {
        const role = roleOf(head);
        return role !== "assistant" && !(role === "developer" && this.log.isRoot);
      }
      case "response_item/custom_tool_call":
        return toolOf(head) !== "exec";
      case "response_item/function_call_output":
      case "response_item/custom_tool_call_output": {
        const output = outputOf(head);
        return output === undefined || this.log.calls.has(output.call) || output.begins.includes("Script failed");
      }
      default:
        return handlers[keyOf(head.type, head.kind)] !== undefined;
    }
  }

  take(raw: RawLine): void {
    const { number, head, bytes } = raw;
    if (head.kind.endsWith("_call") && this.#putOff(raw)) return;
    if (head.kind === "message" && roleOf(head) === "developer" && !bytes.includes(handoff)) return;
    const isCommand = head.kind === "item_completed" && itemOf(head) === "CommandExecution";
    const { text, printed } = isCommand ? setOutputAside(bytes) : { text: bytes.toString("utf8"), printed: null };
    const line = parseFields(text);
    if (line === undefined) this.flawed(number, "torn");
    else this.#handle(line, number, printed && this.#excerpt(raw.from + printed.from, printed.length));
  }

  /** Keeps a call of a tool whose doings an item will tell; only where none does is the line read. */
  #putOff({ head, from, bytes }: RawLine): boolean {
    const does = toldTools[toolOf(head) ?? ""];
    const call = does === undefined ? undefined : callIn(bytes);
    if (does === undefined || call === undefined) return false;
    this.log.calls.set(call, { does, line: this.#excerpt(from, bytes.length) });
    return true;
  }

  #excerpt(from: number, length: number): Excerpt {
    return { file: this.log.file, from, length };
  }

  #handle(line: JsonFields, number: number, printed: Excerpt | null): void {
    const payload = fieldsOf(line["payload"]);
    const at = isoTime(line["timestamp"], this.log.lastAt);
    const key = keyOf(textOrNull(line["type"]) ?? "", textOrNull(payload["type"]) ?? "");
    if (!this.#own) {
      if (key !== "event_msg/task_started" || !isLater(payload["turn_id"], this.log.meta.thread)) return;
      this.#own = true;
    }
    handlers[key]?.(this.log, { number, at, payload, printed });
  }

  flawed(number: number, flaw: "torn" | "too long"): void {
    this.log.note(number, flaw === "torn" ? "this line is torn" : "this line is too long to be read");
  }

  end(): void {
    const { model } = this.log;
    this.log.change(0, (event) => (event.kind === "session_started" ? { ...event, model } : event));
    for (const [type, { first, count }] of this.#unknown) {
      this.log.note(first, `${count === 1 ? "a line" : `${count} lines`} of a kind that is not known: "${type}"`);
    }
  }

  #countUnknown(type: string, number: number): void {
    const seen = this.#unknown.get(type);
    if (seen !== undefined) seen.count++;
    else if (this.#unknown.size < 100) this.#unknown.set(type, { first: number, count: 1 });
  }
}

function keyOf(type: string, kind: string): string {
  return kind === "" ? type : `${type}/${kind}`;
}

/** Codex's ids are UUIDs of version 7: their order is that of time. */
function isLater(turn: unknown, thread: string): boolean {
  return typeof turn === "string" && turn > thread;
}
