import { type JsonObject, objectOf, objectsOf, textOf } from "../../test/e2e/json-value.ts";

/** A line of a session file. */
export interface RolloutLine extends JsonObject {
  readonly timestamp: string;
  readonly ordinal: number;
  readonly type: string;
  readonly payload: JsonObject;
}

/** What stands where a text of Codex's own was left out. */
const leftOut = "(left out)";

/**
 * A line without what is Codex's own: instructions, tool descriptions, settings, measurements. It keeps its type, its
 * place and what a session tells; `undefined` for a line that is nothing else (the tokens of each single request).
 */
export function compactLine(line: RolloutLine): RolloutLine | undefined {
  const payload = compactPayload(line.type, line.payload);
  if (payload === undefined) return undefined;
  const { timestamp, ordinal, type } = line;
  return { timestamp, ordinal, type, payload };
}

function compactPayload(type: string, payload: JsonObject): JsonObject | undefined {
  switch (type) {
    case "session_meta":
      return { ...without(payload, machine), base_instructions: { text: leftOut } };
    case "turn_context":
      return only(payload, ["turn_id", "cwd", "approval_policy", "model", "multi_agent_version"]);
    case "world_state":
      return payload.full === true ? { full: true } : undefined;
    case "token_usage_record":
      return undefined;
    case "response_item":
      return compactItem(payload);
    case "event_msg":
      return compactEvent(payload);
    case "compacted":
      return compactHistory(payload);
    default:
      return payload;
  }
}

const machine = [
  "account_scoped",
  "runtime_workspace_roots",
  "originator",
  "model_provider",
  "git",
  "context_window",
  "base_instructions",
];

function compactItem(item: JsonObject): JsonObject {
  if (item.type === "additional_tools") return { type: item.type, role: item.role, tools: [] };
  if (item.role === "developer") return { type: item.type, role: item.role, content: [] };
  if (item.role === "user") return { ...withKinds(item), content: objectsOf(item.content).map(cutText) };
  return without(item, ["id", "status", passthrough]);
}

const passthrough = "internal_chat_message_metadata_passthrough";

/** What tells a person's words from what Codex says in a person's place. */
function withKinds(item: JsonObject): JsonObject {
  const kinds = only(objectOf(item[passthrough]), ["turn_id", "content_item_kinds", "content_item_metadata"]);
  return { ...without(item, ["id", passthrough]), [passthrough]: kinds };
}

/** Of what Codex says in a person's place, the kind stays; of a skill also which it was. */
function cutText(part: JsonObject): JsonObject {
  const text = textOf(part.text);
  const [, skill] = /^(<skill>\n<name>.*<\/name>\n<path>.*<\/path>\n)/.exec(text) ?? [];
  if (skill !== undefined) return { ...part, text: `${skill}${leftOut}\n</skill>` };
  const [opening] = /^(?:<environment_context>|Another language model)/.exec(text) ?? [];
  return opening === undefined ? part : { ...part, text: `${opening} ${leftOut}` };
}

function compactEvent(event: JsonObject): JsonObject | undefined {
  switch (event.type) {
    case "thread_settings_applied":
      return undefined;
    case "token_count":
      return { type: event.type, info: only(objectOf(event.info), ["total_token_usage"]) };
    case "task_started":
      return only(event, ["type", "turn_id"]);
    case "item_completed":
      return { ...without(event, measured), item: compactCompleted(objectOf(event.item)) };
    default:
      return without(event, measured);
  }
}

const measured = [
  "started_at",
  "completed_at",
  "started_at_ms",
  "completed_at_ms",
  "duration_ms",
  "time_to_first_token_ms",
  "root_turn_id",
];

function compactCompleted(item: JsonObject): JsonObject {
  const rest = without(item, ["model", "reasoning_effort", "process_id", "parsed_cmd", "source", "duration"]);
  switch (item.type) {
    case "AgentMessage":
    case "UserMessage":
      return { ...rest, content: objectsOf(item.content).map((part) => ({ ...part, text: repeated })) };
    case "CollabAgentToolCall":
      return compactAgentCall(rest);
    case "CommandExecution":
      // A command that Codex cut off ended by its signal or by none, as it happens.
      return item.exit_code === 137 ? { ...rest, exit_code: -1 } : rest;
    case "FileChange": {
      // Codex writes the files of one patch in any order.
      const changes = Object.entries(objectOf(item.changes)).sort(([a], [b]) => (a < b ? -1 : 1));
      return { ...rest, changes: Object.fromEntries(changes) };
    }
    default:
      return rest;
  }
}

/** What stands where a text was left out that the line beside it has in full. */
const repeated = "(as beside)";

function compactAgentCall(item: JsonObject): JsonObject {
  const states = Object.entries(objectOf(item.agents_states)).map(([agent, state]) => {
    const words = Object.keys(objectOf(state)).map((word) => [word, repeated]);
    return [agent, words.length === 0 ? state : Object.fromEntries(words)];
  });
  const prompt = item.prompt === undefined ? {} : { prompt: repeated };
  return {
    ...without(item, ["sender_thread_id", "receiver_agents"]),
    ...prompt,
    agents_states: Object.fromEntries(states),
  };
}

/** Of a summary the conversation that it leaves is kept, not how Codex counts it. */
function compactHistory(payload: JsonObject): JsonObject {
  return { message: leftOut, replacement_history: objectsOf(payload.replacement_history).map(compactItem) };
}

function only(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
}

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
