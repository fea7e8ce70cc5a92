import type { JsonObject } from "./json-value.ts";
import type { ModelRequest } from "./model-request.ts";
import { type CallItem, customToolCallItem, functionCallItem, messageItem } from "./response-items.ts";
import type { SpawnBook } from "./spawn-book.ts";
import type { ReplyPart } from "./sse.ts";
import type { Scripted, SpawnedTask, TurnItem } from "./turn-items.ts";
import { tasksToWaitFor } from "./waiting.ts";

/** Codex stops waiting for a command after this long, its own upper limit; the command runs on. */
const SHELL_MS = 30_000;

/**
 * Renders an item with the tools the request offers: subagents of the first or second generation, shell and
 * MCP directly or through code mode. An item with no counterpart there comes to nothing.
 */
export function renderItem(item: TurnItem, request: ModelRequest, book: SpawnBook): readonly ReplyPart[] {
  switch (item.does) {
    case "say": {
      const text = evaluate(item.text, request);
      return [{ item: messageItem(typeof text === "string" ? text : JSON.stringify(text)) }];
    }
    case "pause":
      return [{ pauseMs: item.ms }];
    case "fail":
      return [];
    default:
      return renderCall(item, request, book).map((call) => ({ item: call }));
  }
}

type Calling = Exclude<TurnItem, { readonly does: "say" | "pause" | "fail" }>;

function renderCall(item: Calling, request: ModelRequest, book: SpawnBook): readonly CallItem[] {
  switch (item.does) {
    case "spawn":
      return [renderSpawn(item.task, request, book)];
    case "follow-up":
      return [renderFollowUp(item.taskName, evaluate(item.message, request), request, book)];
    case "wait": {
      const tasks = tasksToWaitFor(item.options, request, book);
      if (tasks.length === 0) return [];
      const targets =
        request.surface.agents === "paths" ? {} : { targets: tasks.map((name) => agentIdOf(name, request, book)) };
      return [
        agentCall(request, "wait_agent", {
          ...targets,
          timeout_ms: item.options.timeoutMs ?? 20_000,
        }),
      ];
    }
    case "close":
      if (request.surface.agents === "paths") return [];
      return [agentCall(request, "close_agent", { target: agentIdOf(item.taskName, request, book) })];
    case "reopen":
      if (request.surface.agents === "paths") return [];
      return [agentCall(request, "resume_agent", { id: agentIdOf(item.taskName, request, book) })];
    case "shell": {
      const args = { cmd: evaluate(item.command, request), yield_time_ms: SHELL_MS };
      if (request.surface.isCodeMode) return [codeCall("exec_command", args)];
      return [functionCallItem("exec_command", args)];
    }
    case "mcp": {
      const [server, name] = [identifier(item.server), identifier(item.tool)];
      const args = evaluate(item.args, request);
      if (request.surface.isCodeMode) return [codeCall(`mcp__${server}__${name}`, args)];
      return [functionCallItem(name, args, `mcp__${server}`)];
    }
    case "tool":
      return [functionCallItem(item.name, evaluate(item.args, request), item.namespace)];
  }
}

function renderSpawn(task: SpawnedTask, request: ModelRequest, book: SpawnBook): CallItem {
  const { agent, taskName, withHistory = false } = task;
  const isNamed = request.surface.agents === "paths";
  const history = isNamed ? { fork_turns: withHistory ? "all" : "none" } : { fork_context: withHistory === true };
  const args = {
    message: evaluate(task.message, request),
    ...(agent === undefined ? {} : { agent_type: agent }),
    ...(isNamed ? { task_name: taskName } : {}),
    ...(withHistory === "unsaid" ? {} : history),
  };
  const call = agentCall(request, "spawn_agent", args);
  book.noteSpawn({ callId: call.call_id, thread: request.thread, taskName, agent });
  return call;
}

function renderFollowUp(taskName: string, message: string, request: ModelRequest, book: SpawnBook): CallItem {
  const call =
    request.surface.agents === "paths"
      ? agentCall(request, "followup_task", { target: taskName, message })
      : agentCall(request, "send_input", { target: agentIdOf(taskName, request, book), message });
  book.noteFollowUp(call.call_id, taskName);
  return call;
}

function agentCall(request: ModelRequest, name: string, args: JsonObject): CallItem {
  return functionCallItem(name, args, request.surface.agents === "paths" ? "collaboration" : "multi_agent_v1");
}

function codeCall(name: string, args: JsonObject): CallItem {
  return customToolCallItem("exec", `text(await tools.${name}(${JSON.stringify(args)}));`);
}

function agentIdOf(taskName: string, request: ModelRequest, book: SpawnBook): string {
  const id = book.agentIdOf(request.thread, taskName);
  if (id === undefined) throw new Error(`task "${taskName}" has no agent yet: spawn it in an earlier turn`);
  return id;
}

/** Codex gives MCP servers and tools names that are identifiers. */
function identifier(name: string): string {
  return name.replaceAll(/\W/g, "_");
}

function evaluate<T>(scripted: Scripted<T>, request: ModelRequest): T {
  return typeof scripted === "function" ? (scripted as (request: ModelRequest) => T)(request) : scripted;
}
