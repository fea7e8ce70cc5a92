/** A line of a session file: its type and payload, and how many milliseconds after the one before it was written. */
export interface Line {
  readonly type: string;
  readonly payload: object;
  readonly afterMs?: number;
}

/** The first line of a root's file. */
export function root(id = "root", more: object = {}): Line {
  const meta = { id, session_id: id, timestamp: "2026-11-21T10:00:00.000Z", cwd: "/work", cli_version: "0.169.0" };
  return { type: "session_meta", payload: { ...meta, source: "exec", ...more } };
}

/** The first line of a subagent's file. */
export function child(id: string, more: object = {}): Line {
  return root(id, { session_id: "root", parent_thread_id: "root", agent_role: "critic", ...more });
}

export function event(type: string, more: object = {}): Line {
  return { type: "event_msg", payload: { type, ...more } };
}

export function turnStarts(more: object = {}): Line {
  return event("task_started", { turn_id: "turn-1", ...more });
}

export function turnEnds(message: string | null, more: object = {}): Line {
  return event("task_complete", { turn_id: "turn-1", last_agent_message: message, ...more });
}

export function item(type: string, more: object): Line {
  return event("item_completed", { thread_id: "thread", turn_id: "turn-1", item: { type, ...more } });
}

/** A message in the person's place: of one part, with what Codex says it is and who it is from. */
export function message(text: string, kind = "user.text", from: object = { type: "user" }, role = "user"): Line {
  return messageOf(role, [{ content: { type: "input_text", text }, kind, from }]);
}

/** A message of several parts. */
export function messageOf(role: string, parts: readonly { content: object; kind: string; from: object }[]): Line {
  const passed = {
    content_item_kinds: parts.map(({ kind }) => kind),
    content_item_metadata: parts.map(({ from }) => ({ provenance: from })),
  };
  const content = parts.map((part) => part.content);
  const payload = { type: "message", id: "msg_1", role, content, internal_chat_message_metadata_passthrough: passed };
  return { type: "response_item", payload };
}

/** A call of a function tool. */
export function call(call_id: string, name: string, args: object, namespace?: string): Line {
  const space = namespace === undefined ? {} : { namespace };
  const payload = { type: "function_call", status: "completed", id: "fc_1", name, ...space };
  return { type: "response_item", payload: { ...payload, arguments: JSON.stringify(args), call_id } };
}

/** What a function tool answered. */
export function answered(call_id: string, output: unknown): Line {
  const text = typeof output === "string" ? output : JSON.stringify(output);
  return { type: "response_item", payload: { type: "function_call_output", id: "fco_1", call_id, output: text } };
}

/** A message from one agent to another, as the second generation writes it. */
export function agentMessage(author: string, text: string): Line {
  const content = [{ type: "input_text", text }];
  return {
    type: "response_item",
    payload: { type: "agent_message", id: "amsg_1", author, recipient: "/root", content },
  };
}

/** The same line, so long after the one before it. */
export function after(afterMs: number, line: Line): Line {
  return { ...line, afterMs };
}

/** The text of a session file as Codex writes it. Lines are a second apart unless they say otherwise. */
export function sessionText(lines: readonly Line[], startMs = Date.UTC(2026, 10, 21, 10)): string {
  let at = startMs;
  const texts = lines.map(({ type, payload, afterMs = 1000 }, ordinal) => {
    if (ordinal > 0) at += afterMs;
    return `${JSON.stringify({ timestamp: new Date(at).toISOString(), ordinal, type, payload })}\n`;
  });
  return texts.join("");
}
