import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadShipped } from "../../src/pack/shipped.ts";
import { atMost, type Line } from "./bar.ts";
import { timeProcesses } from "./compare.ts";

const sessionBytes = 50_000_000;

/** Whole hook events against an empty program: in a session no recipe governs, and in one with 50 MB of history behind it. */
export async function benchHooks(program: string, project: string): Promise<Line[]> {
  mkdirSync(join(project, ".git"), { recursive: true });
  mkdirSync(join(project, ".baton"), { recursive: true });
  const transcript = join(project, "session.jsonl");
  writeFileSync(transcript, `${"x".repeat(999)}\n`.repeat(sessionBytes / 1_000));
  const hook = (session: string, event: string, fields: object): { event: string; input: string } => ({
    event,
    input: JSON.stringify({
      session_id: session,
      turn_id: "01a1fbd2-0000-7000-8000-000000000009",
      transcript_path: transcript,
      cwd: project,
      hook_event_name: event,
      model: "gpt-6.1-sol",
      permission_mode: "bypassPermissions",
      ...fields,
    }),
  });
  const [governed, free] = ["01a1fbd2-0000-7000-8000-000000000001", "01a1fbd2-0000-7000-8000-000000000002"];
  await playAnalysis(program, project, (event, fields) => hook(governed, event, fields).input);
  const command = { tool_name: "Bash", tool_input: { command: "git status --short" }, tool_use_id: "call_9" };
  const times = timeProcesses(
    [
      { name: "floor", command: process.execPath, args: ["-e", "0"] },
      ...[
        { name: "free", ...hook(free, "PreToolUse", command) },
        { name: "before", ...hook(governed, "PreToolUse", command) },
        { name: "after", ...hook(governed, "PostToolUse", { ...command, tool_response: "clean" }) },
        { name: "resumed", ...hook(governed, "SessionStart", { source: "resume" }) },
      ].map(({ name, event, input }) => ({
        name,
        command: process.execPath,
        args: [program, "hook", event],
        cwd: project,
        input,
      })),
    ],
    60,
  );
  const floor = times.get("floor") ?? 1;
  const line = (name: string, what: string, bar: number): Line => {
    const ms = times.get(name) ?? 0;
    return atMost(
      `${what} / node -e 0`,
      ms / floor,
      bar,
      `${ms.toFixed(1)} ms against node -e 0 ${floor.toFixed(1)} ms`,
    );
  };
  return [
    line("free", "hook event, no recipe governs", 1.2),
    line("before", "hook event before a command", 1.5),
    line("after", "hook event after a command", 1.5),
    line("resumed", "hook event at resume", 1.5),
  ];
}

/** What Codex's hooks report while a recipe is invoked and its first agent answers. */
async function playAnalysis(
  program: string,
  cwd: string,
  payload: (event: string, fields: object) => string,
): Promise<void> {
  const shipped = await (await loadShipped()).schemaOf("requirement-analyzer");
  const { examples } = (shipped?.schema ?? { examples: [] }) as { examples: readonly object[] };
  const agent = { agent_id: "01a1fbd2-0000-7000-8000-000000000003", agent_type: "requirement-analyzer" };
  const answer = { ...examples[0], confidence: "confirmed", scopeDependencies: [], questions: [] };
  const call = {
    tool_name: "spawn_agent",
    tool_input: { agent_type: agent.agent_type, message: "Analyze the request.", fork_context: false },
    tool_use_id: "call_1",
  };
  const answered = { ...agent, last_assistant_message: JSON.stringify(answer), stop_hook_active: false };
  for (const [event, fields] of [
    ["UserPromptSubmit", { prompt: "$recipe-implement Reject expired session tokens with a 401." }],
    ["PreToolUse", call],
    ["SubagentStart", agent],
    ["PostToolUse", { ...call, tool_response: { agent_id: agent.agent_id, nickname: "Otter" } }],
    ["SubagentStop", { ...answered, agent_transcript_path: null }],
    ["Stop", { last_assistant_message: "Is this what you want?", stop_hook_active: false }],
  ] as const) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, "hook", event], {
      cwd,
      input: payload(event, fields),
      encoding: "utf8",
    });
    if (status !== 0 || stderr !== "" || /"(deny|block)"/.test(stdout))
      throw new Error(`the hook at ${event} does not let the session go on: ${stdout}${stderr}`);
  }
}
