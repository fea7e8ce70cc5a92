import { expect, test } from "vitest";
import { observePayload } from "../../src/trace/observe-payload.ts";
import { spawnOfChild } from "../../src/trace/spawn-of-child.ts";
import type { TraceEvent } from "../../src/trace/trace-event.ts";

const at = "2026-11-21T10:00:00.000Z";
const common = { session_id: "root", transcript_path: "/s/rollout.jsonl", cwd: "/work", model: "gpt-6.1-sol" };
const inChild = { agent_id: "c", agent_type: "critic" };

function observe(event: string, more: object): unknown[] {
  return observePayload({ ...common, hook_event_name: event, ...more }, at).map((told) => {
    const { at: _at, where: _where, thread: _thread, agent: _agent, ...rest } = told;
    return rest;
  });
}

test("what a hook is told has the place of its session file and the thread it happens in", () => {
  const stop = { ...common, hook_event_name: "Stop", last_assistant_message: "done" };
  const where = { file: "/s/rollout.jsonl", line: 0 };
  expect(observePayload(stop, at)).toMatchObject([{ at, where, thread: "root", agent: null }]);
  const ls = { ...common, ...inChild, hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command: "ls" } };
  expect(observePayload(ls, at)).toMatchObject([{ at, where, thread: "c", agent: "critic" }]);
});

test.each([
  ["startup", "startup"],
  ["clear", "startup"],
  ["resume", "resume"],
  ["fork", "fork"],
])("a start from %s begins a session from %s", (given, source) => {
  expect(observe("SessionStart", { source: given })).toEqual([
    { kind: "session_started", source, cwd: "/work", codex: null, model: "gpt-6.1-sol" },
  ]);
});

test("no session begins after a compaction", () => {
  expect(observe("SessionStart", { source: "compact" })).toEqual([]);
  expect(observe("PostCompact", { trigger: "auto" })).toEqual([{ kind: "compacted" }]);
});

test("a prompt begins a turn, is a person's message and names the skills it mentions", () => {
  const prompt = "Use $recipe-implement, ($debate) and [$pack:skill](x), $recipe-implement; not a$b, $$c or $ d";
  expect(observe("UserPromptSubmit", { prompt })).toEqual([
    { kind: "turn_started" },
    { kind: "person_message", text: prompt },
    { kind: "skill_invoked", skill: "recipe-implement" },
    { kind: "skill_invoked", skill: "debate" },
    { kind: "skill_invoked", skill: "pack:skill" },
  ]);
});

test("a subagent's task is no person's prompt", () => {
  expect(observe("UserPromptSubmit", { ...inChild, prompt: "$recipe-implement" })).toEqual([]);
});

const v1 = { agent_type: "critic", message: "Review X", fork_context: false };
const v2 = { task_name: "rev", agent_type: "critic", message: "gAAAAABpH0", fork_turns: "all" };
const spawn = { kind: "spawn", call: "s", type: "critic", child: null, refused: null };

test.each([
  ["spawn_agent", v1, { ...spawn, name: null, prompt: "Review X", inherits: false }],
  ["collaborationspawn_agent", v2, { ...spawn, name: "rev", prompt: null, inherits: true }],
  ["multi_agent_v1wait_agent", { targets: ["c"], timeout_ms: 1 }, { kind: "wait", targets: ["c"], timeoutMs: 1 }],
  ["collaborationwait_agent", {}, { kind: "wait", targets: [], timeoutMs: null }],
  ["multi_agent_v1close_agent", { target: "c" }, { kind: "close", how: "close", target: "c", was: "unknown" }],
  ["collaborationinterrupt_agent", { target: "rev" }, { kind: "close", how: "interrupt", target: "rev" }],
  [
    "multi_agent_v1send_input",
    { target: "c", message: "m", interrupt: true },
    { as: "task", prompt: "m", interrupts: true },
  ],
  ["multi_agent_v1resume_agent", { id: "c" }, { kind: "agent_addressed", as: "task", target: "c", prompt: null }],
  [
    "collaborationfollowup_task",
    { target: "rev", message: "m" },
    { kind: "agent_addressed", as: "task", target: "rev" },
  ],
  [
    "collaborationsend_message",
    { target: "rev", message: "m" },
    { kind: "agent_addressed", as: "note", target: "rev" },
  ],
])("%s is an event before it runs", (tool_name, tool_input, told) => {
  expect(observe("PreToolUse", { tool_name, tool_input, tool_use_id: "s" })).toMatchObject([told]);
});

test.each(["collaborationlist_agents", "view_image", "xspawn_agent", "exec"])("%s tells nothing", (tool_name) => {
  expect(observe("PreToolUse", { tool_name, tool_input: {}, tool_use_id: "s" })).toEqual([]);
});

const after = (tool_name: string, tool_input: object, tool_response: unknown) =>
  observe("PostToolUse", { tool_name, tool_input, tool_response, tool_use_id: "s" });

test("after it ran, a subagent tool tells how it went", () => {
  expect(after("spawn_agent", v1, '{"agent_id":"c","nickname":"Otter"}')).toMatchObject([{ call: "s", child: "c" }]);
  expect(after("collaborationspawn_agent", v2, '{"task_name":"/root/rev"}')).toMatchObject([
    { name: "rev", child: null, refused: null },
  ]);
  expect(after("multi_agent_v1close_agent", { target: "c" }, { previous_status: "running" })).toMatchObject([
    { was: "running" },
  ]);
  expect(after("multi_agent_v1wait_agent", { targets: ["c"] }, '{"status":{},"timed_out":true}')).toMatchObject([
    { timedOut: true },
  ]);
  expect(after("collaborationsend_message", { target: "x" }, "live agent path `/root/x` not found")).toMatchObject([
    { refused: "live agent path `/root/x` not found" },
  ]);
});

test("an outcome tells first of the subagents that have failed", () => {
  const errored = { errored: "boom" };
  const failed = (why: string) => ({ kind: "answer", text: "", failed: why });
  const states = { c: errored, d: { completed: "fine" }, e: "not_found", f: "running" };
  const waited = JSON.stringify({ status: states, timed_out: false });
  expect(after("multi_agent_v1wait_agent", { targets: ["c", "d", "e", "f"] }, waited)).toMatchObject([
    failed("boom"),
    failed("not found"),
    { kind: "wait" },
  ]);
  const closed = { previous_status: errored };
  expect(after("multi_agent_v1close_agent", { target: "c" }, closed)).toMatchObject([failed("boom"), { target: "c" }]);
  expect(after("collaborationinterrupt_agent", { target: "rev" }, closed)).toMatchObject([
    failed("boom"),
    { target: "rev" },
  ]);
  const place = { hook_event_name: "PostToolUse", tool_name: "multi_agent_v1wait_agent", tool_response: waited };
  expect(observePayload({ ...common, ...place, tool_input: {} }, at)[0]).toMatchObject({
    thread: "c",
    agent: "default",
  });
});

test("a command is told with what it printed once it ran; how it ended a hook does not learn", () => {
  const command = { kind: "command", command: "ls", cwd: "/work", exitCode: null, refused: null };
  expect(observe("PreToolUse", { tool_name: "Bash", tool_input: { command: "ls" } })).toEqual([
    { ...command, output: "" },
  ]);
  expect(after("Bash", { command: "ls" }, "a\n".repeat(2000))).toEqual([{ ...command, output: "a\n".repeat(1000) }]);
});

const patch = "*** Begin Patch\n*** Update File: /work/src/a.ts\n@@\n*** End Patch";

test.each([
  ["apply_patch", patch],
  ["Bash", `apply_patch <<'EOF'\n${patch}\nEOF`],
])("a patch through %s changes its files", (tool_name, command) => {
  expect(observe("PreToolUse", { tool_name, tool_input: { command } })).toEqual([
    { kind: "files_changed", files: [{ path: "src/a.ts", change: "updated" }], refused: null },
  ]);
});

test("a tool of an MCP server is told with the names Codex gives it", () => {
  expect(after("mcp__say_it__back__twice", {}, "x")).toEqual([
    { kind: "tool_called", server: "say_it", tool: "back__twice" },
  ]);
});

test("what a person answers to questions of the model is their message", () => {
  const answers = { ok: { answers: ["Yes", "Keep it small."] }, more: { answers: ["No"] } };
  const told = [{ kind: "person_message", text: "Yes\nKeep it small.\nNo" }];
  expect(after("request_user_input", {}, JSON.stringify({ answers }))).toEqual(told);
  expect(after("request_user_input", {}, "request_user_input is unavailable in Default mode")).toEqual([]);
  expect(after("mcp__x__request_user_input", {}, JSON.stringify({ answers }))).toMatchObject([{ kind: "tool_called" }]);
  expect(observe("PreToolUse", { tool_name: "request_user_input", tool_input: {} })).toEqual([]);
});

test("a subagent's end is its answer, a turn's end the root's", () => {
  expect(observe("SubagentStop", { ...inChild, last_assistant_message: "{}" })).toEqual([
    { kind: "answer", text: "{}", failed: null },
  ]);
  expect(observe("SubagentStop", { ...inChild, last_assistant_message: null })).toEqual([
    { kind: "answer", text: "", failed: "it ended without a message" },
  ]);
  expect(observe("Stop", { last_assistant_message: "done" })).toEqual([
    { kind: "turn_ended", message: "done", aborted: false },
  ]);
  expect(observe("Interrupt", {})).toEqual([{ kind: "turn_ended", message: null, aborted: true }]);
});

const spawnEvent = (more: object): TraceEvent =>
  ({
    ...spawn,
    at,
    where: { file: "", line: 0 },
    thread: "root",
    agent: null,
    name: null,
    prompt: null,
    inherits: false,
    ...more,
  }) as TraceEvent;

test("a started subagent belongs to the spawn that names it, else to the first of its type without a child", () => {
  const events = [
    spawnEvent({ call: "1", refused: "no" }),
    spawnEvent({ call: "2", child: "other" }),
    spawnEvent({ call: "3", type: null }),
    spawnEvent({ call: "4" }),
    spawnEvent({ call: "5" }),
    spawnEvent({ call: "6", child: "c" }),
  ];
  const callOf = (thread: string, type: string) => spawnOfChild(events, { thread, type })?.call;
  expect([callOf("c", "critic"), callOf("d", "critic"), callOf("d", "default"), callOf("d", "scout")]).toEqual([
    "6",
    "4",
    "3",
    undefined,
  ]);
});
