import type { JsonObject } from "./json-value.ts";
import type { ModelRequest } from "./model-request.ts";

/** A value of a script, or how to make it from the request that is being answered. */
export type Scripted<T> = T | ((request: ModelRequest) => T);

/** One thing the scripted model does in a turn; the same item fits every generation of Codex's tools. */
export type TurnItem =
  | { readonly does: "say"; readonly text: Scripted<string | JsonObject> }
  | { readonly does: "spawn"; readonly task: SpawnedTask }
  | { readonly does: "follow-up"; readonly taskName: string; readonly message: Scripted<string> }
  | { readonly does: "wait"; readonly options: WaitOptions }
  | { readonly does: "close"; readonly taskName: string }
  | { readonly does: "reopen"; readonly taskName: string }
  | { readonly does: "shell"; readonly command: Scripted<string> }
  | {
      readonly does: "mcp";
      readonly server: string;
      readonly tool: string;
      readonly args: Scripted<JsonObject>;
    }
  | {
      readonly does: "tool";
      readonly name: string;
      readonly args: Scripted<JsonObject>;
      readonly namespace?: string;
    }
  | { readonly does: "pause"; readonly ms: number }
  | { readonly does: "fail"; readonly status: number; readonly message: string };

/** What a subagent is started with. `taskName` is `[a-z0-9_]+` and unique in a session, as the second generation asks. */
export interface SpawnedTask {
  readonly taskName: string;
  readonly message: Scripted<string>;
  /** The custom agent; Codex's own `default` when absent. */
  readonly agent?: string;
  /**
   * Hands the parent's whole conversation over. Default: no history. Codex's first generation refuses it with `agent`.
   * `unsaid` leaves it to Codex: the second generation then hands it over.
   */
  readonly withHistory?: boolean | "unsaid";
}

/** How to wait. Default: until every task of the thread has answered, call after call, at most 20 s a call. */
export interface WaitOptions {
  readonly tasks?: readonly string[];
  /** Exactly one call of the wait tool, whatever it brings: the impatient orchestrator. */
  readonly once?: boolean;
  /** Codex raises anything below 10,000. A call that times out ends the waiting. */
  readonly timeoutMs?: number;
}

/** Says a text, or an object as JSON. With no other item in the turn this ends the agent's turn. */
export function say(text: Scripted<string | JsonObject>): TurnItem {
  return { does: "say", text };
}

/** Starts a subagent. */
export function spawn(task: SpawnedTask): TurnItem {
  return { does: "spawn", task };
}

/** Gives a subagent that has answered its next message (`send_input`, `followup_task`). */
export function followUp(taskName: string, message: Scripted<string>): TurnItem {
  return { does: "follow-up", taskName, message };
}

/** Waits for subagents; needs a turn of its own after the one that spawns them. */
export function wait(options: WaitOptions = {}): TurnItem {
  return { does: "wait", options };
}

/** Closes a subagent. The second generation has nothing to close: there the item comes to nothing. */
export function close(taskName: string): TurnItem {
  return { does: "close", taskName };
}

/** Reopens a subagent of an earlier run of Codex (`resume_agent`). The second generation does so itself: there the item comes to nothing. */
export function reopen(taskName: string): TurnItem {
  return { does: "reopen", taskName };
}

/** Runs a shell command; Codex waits 30 s for it at most, then leaves it running. */
export function shell(command: Scripted<string>): TurnItem {
  return { does: "shell", command };
}

/** Calls a tool of an MCP server, both named as the configuration and the server name them. */
export function mcp(server: string, tool: string, args: Scripted<JsonObject> = {}): TurnItem {
  return { does: "mcp", server, tool, args };
}

/** Calls any function tool by its name, offered or not. */
export function tool(name: string, args: Scripted<JsonObject> = {}, namespace?: string): TurnItem {
  return { does: "tool", name, args, ...(namespace === undefined ? {} : { namespace }) };
}

/** Stays silent for a while before the items that follow. */
export function pause(ms: number): TurnItem {
  return { does: "pause", ms };
}

/** Fails the request with an HTTP status, as an ailing service would. */
export function fail(status: number, message: string): TurnItem {
  return { does: "fail", status, message };
}
