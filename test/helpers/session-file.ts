/** What happens in a session made for a test, in order, a second each. */
export type Step =
  | { readonly does: "invoke"; readonly recipe: string }
  | { readonly does: "say"; readonly text: string }
  | { readonly does: "spawn"; readonly type: string }
  | { readonly does: "wait"; readonly timeoutMs: number };

interface Session {
  readonly id: string;
  readonly cwd?: string;
  readonly startedAt?: string;
}

const first = "01a10000-0000-7000-8000-000000000001";

/** A session's file in Codex's first generation of subagents, with the name and place Codex would give it. */
export function sessionFile(
  steps: readonly Step[],
  { id = first, cwd = "/project", startedAt = "2026-01-05T10:00:00.000Z" }: Partial<Session> = {},
): { readonly path: string; readonly text: string } {
  let at = Date.parse(startedAt);
  const line = (type: string, payload: object): string => {
    const text = JSON.stringify({ timestamp: new Date(at).toISOString(), type, payload });
    at += 1_000;
    return text;
  };
  const message = (text: string, kind: string, provenance: string): string =>
    line("response_item", {
      type: "message",
      role: "user",
      content: [{ type: "input_text", text }],
      internal_chat_message_metadata_passthrough: {
        content_item_kinds: [kind],
        content_item_metadata: [{ provenance: { type: provenance } }],
      },
    });
  const call = (name: string, call_id: string, asked: object, output: object): string[] => [
    line("response_item", {
      type: "function_call",
      name,
      namespace: "multi_agent_v1",
      arguments: JSON.stringify(asked),
      call_id,
    }),
    line("response_item", { type: "function_call_output", call_id, output: JSON.stringify(output) }),
  ];
  const linesOf = (step: Step, index: number): string[] => {
    if (step.does === "say") return [message(step.text, "user.text", "user")];
    if (step.does === "invoke")
      return [
        message(`$${step.recipe} Reject expired tokens.`, "user.text", "user"),
        message(
          `<skill>\n<name>${step.recipe}</name>\n<path>/project/SKILL.md</path>\n</skill>`,
          "skills.selected_skill_instructions",
          "skills",
        ),
      ];
    const id = `call_${index}`;
    if (step.does === "wait")
      return call("wait_agent", id, { targets: ["a"], timeout_ms: step.timeoutMs }, { status: {}, timed_out: true });
    const agent = `01a10000-0000-7000-8000-00000000${String(1_000 + index)}`;
    return call("spawn_agent", id, { message: "Go.", agent_type: step.type }, { agent_id: agent, nickname: "Agent" });
  };
  const lines = [
    line("session_meta", { session_id: id, id, timestamp: startedAt, cwd, cli_version: "0.169.0", source: "exec" }),
    line("event_msg", { type: "task_started", turn_id: "turn_1" }),
    line("turn_context", { turn_id: "turn_1", cwd, model: "mock-model", multi_agent_version: "v1" }),
    ...steps.flatMap(linesOf),
    line("event_msg", { type: "task_complete", turn_id: "turn_1", last_agent_message: "Done." }),
  ];
  const day = startedAt.slice(0, 10).replaceAll("-", "/");
  const path = `sessions/${day}/rollout-${startedAt.slice(0, 19).replaceAll(":", "-")}-${id}.jsonl`;
  return { path, text: `${lines.join("\n")}\n` };
}
