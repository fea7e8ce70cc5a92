import { type AgentCall, readAgentCall } from "./agent-call.ts";
import { agentEvent, type EventBase } from "./agent-event.ts";
import { type AgentOutcome, finalStatuses, readAgentOutcome } from "./agent-outcome.ts";
import { cutText, textLimits } from "./cut-text.ts";
import { fieldsOf, type JsonFields, listOf, parseFields, textOrNull } from "./json-fields.ts";
import { mentionedSkills } from "./mentioned-skills.ts";
import { patchFiles } from "./patch-files.ts";
import { shellEvent } from "./shell-event.ts";
import type { Answer, TraceEvent } from "./trace-event.ts";

/**
 * What a hook's payload tells, as the same events a session file would give. A tool about to run is an event whose outcome
 * is open; the same call gives it again with its outcome, under the same `call` where it is a spawn, behind the ends of
 * subagents that its outcome tells. Anything else than a payload of Codex 0.169 gives none.
 * @param at when the hook ran, in ISO 8601
 */
export function observePayload(payload: unknown, at: string): TraceEvent[] {
  const fields = fieldsOf(payload);
  const session = textOrNull(fields["session_id"]);
  if (session === null) return [];
  const agentId = textOrNull(fields["agent_id"]);
  const where = { file: textOrNull(fields["transcript_path"]) ?? "", line: 0 };
  const agent = agentId === null ? null : (textOrNull(fields["agent_type"]) ?? "default");
  const base: EventBase = { at, where, thread: agentId ?? session, agent };
  switch (fields["hook_event_name"]) {
    case "SessionStart":
      return sessionStarted(base, fields);
    case "UserPromptSubmit":
      return agentId === null ? promptSubmitted(base, fields) : [];
    case "PreToolUse":
      return toolUsed(base, fields, undefined);
    case "PostToolUse":
      return toolUsed(base, fields, responseText(fields["tool_response"]));
    case "SubagentStop":
      return subagentStopped(base, fields);
    case "Stop":
      return [{ kind: "turn_ended", ...base, message: wordsOf(fields), aborted: false }];
    case "Interrupt":
      return [{ kind: "turn_ended", ...base, message: null, aborted: true }];
    case "PostCompact":
      return [{ kind: "compacted", ...base }];
    default:
      return [];
  }
}

const sources = { startup: "startup", clear: "startup", resume: "resume", fork: "fork" } as const;

/** After a compaction Codex reports a start as well; no session begins there. */
function sessionStarted(base: EventBase, fields: JsonFields): TraceEvent[] {
  const source = sources[fields["source"] as keyof typeof sources];
  if (source === undefined) return [];
  const model = textOrNull(fields["model"]);
  return [{ kind: "session_started", ...base, source, cwd: textOrNull(fields["cwd"]) ?? "", codex: null, model }];
}

function promptSubmitted(base: EventBase, fields: JsonFields): TraceEvent[] {
  const text = cutText(textOrNull(fields["prompt"]) ?? "", textLimits.words);
  const skills = mentionedSkills(text).map((skill) => ({ kind: "skill_invoked", ...base, skill }) as const);
  return [{ kind: "turn_started", ...base }, { kind: "person_message", ...base, text }, ...skills];
}

/** @param response what the tool answered; undefined before it runs */
function toolUsed(base: EventBase, fields: JsonFields, response: string | undefined): TraceEvent[] {
  const tool = textOrNull(fields["tool_name"]) ?? "";
  const input = fieldsOf(fields["tool_input"]);
  const command = textOrNull(input["command"]) ?? "";
  const cwd = textOrNull(fields["cwd"]) ?? "";
  if (tool === "Bash") {
    // Codex tells a hook what a command printed, not how it ended.
    return [shellEvent(base, { command, cwd, exitCode: null, output: response ?? "", refused: null }, cwd)];
  }
  if (tool === "apply_patch")
    return [{ kind: "files_changed", ...base, files: patchFiles(command, cwd), refused: null }];
  if (tool === "request_user_input") return base.agent === null ? questionAnswered(base, response) : [];
  const [, server, name] = /^mcp__(.+?)__(.+)$/.exec(tool) ?? [];
  if (server !== undefined && name !== undefined) return [{ kind: "tool_called", ...base, server, tool: name }];
  const call = readAgentCall(tool, input);
  if (call === undefined) return [];
  const outcome = response === undefined ? undefined : readAgentOutcome(call, response);
  const event = agentEvent(base, textOrNull(fields["tool_use_id"]) ?? "", call, outcome);
  // The second generation answers a path: the thread behind it is told at the subagent's start.
  if (event.kind === "spawn" && event.child?.startsWith("/")) return [{ ...event, child: null }];
  return outcome === undefined ? [event] : [...failuresTold(base, call, outcome, response ?? ""), event];
}

/** Subagents that have failed, as a tool says: of such an end no event of its own tells. It names no types. */
function failuresTold(base: EventBase, call: AgentCall, { finals }: AgentOutcome, response: string): Answer[] {
  const told =
    call.does === "close" ? finalStatuses({ [call.target]: parseFields(response)?.["previous_status"] }) : finals;
  return told.flatMap(({ thread, failed }): Answer[] =>
    failed === null ? [] : [{ kind: "answer", ...base, thread, agent: "default", text: "", failed }],
  );
}

/** What a person answered to questions the model asked through a tool. */
function questionAnswered(base: EventBase, response: string | undefined): TraceEvent[] {
  const answers = Object.values(fieldsOf(parseFields(response ?? "")?.["answers"]));
  const texts = answers
    .flatMap((answer) => listOf(fieldsOf(answer)["answers"]))
    .filter((text) => typeof text === "string");
  if (texts.length === 0) return [];
  return [{ kind: "person_message", ...base, text: cutText(texts.join("\n"), textLimits.words) }];
}

function responseText(response: unknown): string {
  return typeof response === "string" ? response : (JSON.stringify(response) ?? "");
}

function subagentStopped(base: EventBase, fields: JsonFields): TraceEvent[] {
  const text = wordsOf(fields);
  return [{ kind: "answer", ...base, text: text ?? "", failed: text === null ? "it ended without a message" : null }];
}

function wordsOf(fields: JsonFields): string | null {
  const message = textOrNull(fields["last_assistant_message"]);
  return message === null ? null : cutText(message, textLimits.words);
}
