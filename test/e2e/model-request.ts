import type { IncomingHttpHeaders } from "node:http";
import { agentMessageOf, messageTextsOf, type ToolOutput, toolOutputsOf } from "./input-items.ts";
import { type JsonObject, objectOf, objectsOf, parseJson, textOf } from "./json-value.ts";
import { type OfferedRole, type OfferedTool, offeredRolesOf, offeredToolsOf } from "./offered-tools.ts";
import { type ToolSurface, toolSurfaceOf } from "./tool-surface.ts";

/** One request of Codex to the model, as typed data. */
export interface ModelRequest {
  readonly thread: string;
  /** The thread that spawned this one; empty for a root. */
  readonly parentThread: string;
  readonly isSubagent: boolean;
  /** The path of the agent (`/root/task`); the first generation says `/root` for every agent. */
  readonly agentName: string;
  readonly model: string;
  /** Codex's own word for what the request is for: `turn`, `compaction`. */
  readonly kind: string;
  /** Each part of the developer messages, in order; a custom agent's instructions are one of them. */
  readonly developerTexts: readonly string[];
  readonly developerText: string;
  readonly userTexts: readonly string[];
  /** What other agents asked of this one (second generation; in the first a task is a user text). */
  readonly tasks: readonly string[];
  readonly toolOutputs: readonly ToolOutput[];
  readonly tools: readonly OfferedTool[];
  readonly surface: ToolSurface;
  /** The custom agents and built-in roles the spawn tool names. */
  readonly roles: readonly OfferedRole[];
  readonly input: readonly JsonObject[];
  readonly headers: IncomingHttpHeaders;
  readonly body: JsonObject;
  /** Which request of its thread this is, from 0. */
  readonly turn: number;
  /** The custom agent this thread was spawned as; only the server whose script spawned it knows. */
  readonly agentType: string | undefined;
  /** The task's name in the script that spawned it. */
  readonly task: string | undefined;
  /** The last answer of each task this thread spawned, unless the task was asked something new since. */
  readonly answers: ReadonlyMap<string, string>;
}

/** What a request does not say itself. */
export type RequestContext = Pick<ModelRequest, "turn" | "agentType" | "task" | "answers">;

/** Who sends a request; needed before its context can be found. */
export type RequestSender = Pick<ModelRequest, "thread" | "parentThread" | "isSubagent" | "agentName">;

/** Reads who sends a request from its headers. */
export function readSender(headers: IncomingHttpHeaders, body: JsonObject): RequestSender {
  return {
    thread: header(headers, "thread-id") || textOf(body.prompt_cache_key),
    parentThread: header(headers, "x-codex-parent-thread-id"),
    isSubagent: headers["x-openai-subagent"] !== undefined,
    agentName: textOf(metadataOf(headers).agent_name),
  };
}

/** Reads a request into typed data. */
export function readModelRequest(
  headers: IncomingHttpHeaders,
  body: JsonObject,
  context: RequestContext,
): ModelRequest {
  const sender = readSender(headers, body);
  const input = objectsOf(body.input);
  const developerTexts = messageTextsOf(input, "developer");
  const tools = offeredToolsOf(body);
  return {
    ...sender,
    model: textOf(body.model),
    kind: textOf(metadataOf(headers).request_kind),
    developerTexts,
    developerText: developerTexts.join("\n"),
    userTexts: messageTextsOf(input, "user"),
    tasks: input.flatMap((item) => {
      const message = agentMessageOf(item);
      const isTask = message?.recipient === sender.agentName && message.kind !== "FINAL_ANSWER";
      return isTask ? [message.payload] : [];
    }),
    toolOutputs: toolOutputsOf(input),
    tools,
    surface: toolSurfaceOf(tools),
    roles: offeredRolesOf(tools),
    input,
    headers,
    body,
    ...context,
  };
}

function metadataOf(headers: IncomingHttpHeaders): JsonObject {
  return objectOf(parseJson(header(headers, "x-codex-turn-metadata")));
}

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === "string" ? value : "";
}
