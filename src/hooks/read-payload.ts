import { type JsonFields, parseFields, textOrNull } from "../trace/json-fields.ts";

/** What Codex tells a hook, as far as Baton reads it. Source of the format: Codex 0.169, hook input schemas. */
export interface HookPayload {
  readonly event: string;
  /** The root session, inside subagents too. */
  readonly session: string;
  readonly cwd: string;
  /** The turn it happens in; null where that is not said. */
  readonly turn: string | null;
  /** The subagent it happens in, or is about; null in the root. */
  readonly agentId: string | null;
  readonly agentType: string | null;
  readonly transcript: string | null;
  /** Of SubagentStop: the subagent's own session file. */
  readonly agentTranscript: string | null;
  /** Of UserPromptSubmit. */
  readonly prompt: string | null;
  /** Of SessionStart. */
  readonly source: string | null;
  /** Of PreToolUse and PostToolUse. */
  readonly tool: { readonly name: string; readonly id: string } | null;
  /** Of Stop and SubagentStop. */
  readonly lastMessage: string | null;
  /** Whether a hook has already sent this turn on. */
  readonly sentOn: boolean;
  /** All of it, as it was written. */
  readonly fields: JsonFields;
}

/** Reads what Codex writes to a hook's standard input; undefined when it is not that. */
export function readHookPayload(text: string): HookPayload | undefined {
  const fields = parseFields(text);
  if (fields === undefined) return undefined;
  const [event, session, cwd] = [fields["hook_event_name"], fields["session_id"], fields["cwd"]];
  if (typeof event !== "string" || typeof session !== "string" || typeof cwd !== "string") return undefined;
  const name = textOrNull(fields["tool_name"]);
  return {
    event,
    session,
    cwd,
    turn: textOrNull(fields["turn_id"]),
    agentId: textOrNull(fields["agent_id"]),
    agentType: textOrNull(fields["agent_type"]),
    transcript: textOrNull(fields["transcript_path"]),
    agentTranscript: textOrNull(fields["agent_transcript_path"]),
    prompt: textOrNull(fields["prompt"]),
    source: textOrNull(fields["source"]),
    tool: name === null ? null : { name, id: textOrNull(fields["tool_use_id"]) ?? "" },
    lastMessage: textOrNull(fields["last_assistant_message"]),
    sentOn: fields["stop_hook_active"] === true,
    fields,
  };
}
