import { expect, test } from "vitest";
import { answered, call, event, item, type Line, root } from "./support/session-lines.ts";
import { timelineOf, told } from "./support/timeline-of.ts";

const shell = (cmd: string, more: object = {}) => call("1", "exec_command", { cmd, ...more });
const ran = (command: string, more: object = {}) =>
  item("CommandExecution", {
    id: "1",
    command: ["/bin/bash", "-lc", command],
    cwd: "file:///work/a%20b",
    source: "unified_exec_startup",
    status: "completed",
    aggregated_output: "hi\n",
    exit_code: 0,
    ...more,
  });
const output = "Chunk ID: 1d453c\nWall time: 0.0000 seconds\nProcess exited with code 3\nOutput:\nhi\n";

test("a command that the model calls for is told once, with its exit status and its output", async () => {
  const timeline = await timelineOf({ root: [root(), shell("echo hi"), ran("echo hi"), answered("1", output)] });
  expect(told(timeline)).toEqual([
    { kind: "command", command: "echo hi", cwd: "/work/a b", exitCode: 0, output: "hi\n", refused: null },
  ]);
  expect(timeline.events[1]).toMatchObject({ where: { line: 3 }, at: "2026-11-21T10:00:02.000Z" });
});

test("a command in a script of code mode is told by its item alone", async () => {
  expect(told(await timelineOf({ root: [root(), ran("npm test", { id: "exec-1" })] }))).toMatchObject([
    { kind: "command", command: "npm test" },
  ]);
});

test("where there is no item, the call and its output tell it", async () => {
  const timeline = await timelineOf({ root: [root(), shell("echo hi", { workdir: "/work" }), answered("1", output)] });
  expect(told(timeline)).toEqual([
    { kind: "command", command: "echo hi", cwd: "/work", exitCode: 3, output: "hi\n", refused: null },
  ]);
});

test("a command left running is told when it starts, and completed when it ends", async () => {
  const running = answered("1", "Chunk ID: 1\nWall time: 0.3 seconds\nProcess running with session ID 9\nOutput:\n");
  const lines = [root(), shell("sleep 3"), running, call("2", "close_agent", { target: "c" })];
  expect(told(await timelineOf({ root: lines }))).toMatchObject([
    { command: "sleep 3", exitCode: null },
    { kind: "close" },
  ]);
  expect(told(await timelineOf({ root: [...lines, ran("sleep 3")] }))).toMatchObject([
    { command: "sleep 3", exitCode: 0, output: "hi\n" },
    { kind: "close" },
  ]);
});

test.each([
  "Command blocked by PreToolUse hook: not before the review.\nReally. Command: git commit -m x",
  'exec_command failed: CreateProcess { message: "Rejected(\\"rm -f style commands are not permitted\\")" }',
  "approval policy is Never; reject command",
])("a command that did not run says why: %s", async (why) => {
  const timeline = await timelineOf({ root: [root(), shell("git commit -m x"), answered("1", why)] });
  expect(told(timeline)).toEqual([
    { kind: "command", command: "git commit -m x", cwd: null, exitCode: null, output: "", refused: why },
  ]);
});

test("what a person runs in the session is nobody else's command", async () => {
  expect(told(await timelineOf({ root: [root(), ran("git commit", { source: "user_shell" })] }))).toEqual([]);
});

test("a command a person declines did not run", async () => {
  expect(told(await timelineOf({ root: [root(), ran("ls", { status: "declined" })] }))).toMatchObject([
    { refused: "the person declined it" },
  ]);
});

const script = (...texts: readonly string[]): Line => ({
  type: "response_item",
  payload: {
    type: "custom_tool_call_output",
    call_id: "9",
    output: texts.map((text) => ({ type: "input_text", text })),
  },
});
const blocked = "Command blocked by PreToolUse hook: no. Command: git commit -m x";

test("a script of code mode that a hook ended tells the command that was refused", async () => {
  const ended = script("Script failed\nWall time 0.1 seconds\nOutput:\n", "before", `Script error:\n${blocked}`);
  expect(told(await timelineOf({ root: [root(), ended] }))).toMatchObject([
    { kind: "command", command: "git commit -m x", refused: blocked },
  ]);
});

test.each([
  ["it completed", script("Script completed\nOutput:\n", `Script error:\n${blocked}`)],
  ["it printed all of them", script("Script completed\nOutput:\n", "Script failed\n", `Script error:\n${blocked}`)],
  [
    "it printed them and failed otherwise",
    script("Script failed\nOutput:\n", `Script error:\n${blocked}`, "Script error:\nboom"),
  ],
  ["a command printed them", answered("9", `Script failed\nScript error:\n${blocked}`)],
])("a script only prints the words of a refusal when %s", async (_, line) => {
  expect(told(await timelineOf({ root: [root(), line] }))).toEqual([]);
});

test.each(["\\", '"', "\n", "é", "日", "🎉", "\u0001", '\\"', '","exit_code":0', ',"aggregated_output":"'])(
  "of much output the beginning is kept, cut within no character: %j",
  async (unit) => {
    for (const shift of ["", "x", "xx", "xxx", "xxxx", "xxxxx"]) {
      const printed = shift + unit.repeat(4000);
      const [event] = told(await timelineOf({ root: [root(), ran("cat", { aggregated_output: printed })] }));
      const { output: kept = "" } = event as { output?: string };
      expect(printed.startsWith(kept)).toBe(true);
      expect(kept.length).toBeGreaterThan(300);
      expect(kept.length).toBeLessThanOrEqual(2000);
    }
  },
);

test("2,000 characters of plain output are kept", async () => {
  const [event] = told(await timelineOf({ root: [root(), ran("cat", { aggregated_output: "ab\n".repeat(3000) })] }));
  expect(event).toMatchObject({ output: "ab\n".repeat(3000).slice(0, 2000), exitCode: 0 });
});

test("a call of an MCP server's tool is told once, with the server's own names", async () => {
  const direct = call("1", "say_back", {}, "mcp__echo");
  const done = item("McpToolCall", { id: "1", server: "echo", tool: "say-back", status: "completed" });
  const denied = answered("1", "Tool call blocked by PreToolUse hook: no. Tool: mcp__echo__say_back");
  const once = [{ kind: "tool_called", server: "echo", tool: "say-back" }];
  expect(told(await timelineOf({ root: [root(), direct, done, answered("1", "{}")] }))).toEqual(once);
  expect(told(await timelineOf({ root: [root(), done] }))).toEqual(once);
  expect(told(await timelineOf({ root: [root(), direct, denied] }))).toEqual([]);
});

test("tokens are those of the last line that tells them", async () => {
  const count = (total: number) => ({
    input_tokens: 1,
    cached_input_tokens: 2,
    output_tokens: 3,
    reasoning_output_tokens: 4,
    total_tokens: total,
  });
  const tokens = (total: number) =>
    event("token_count", { info: { total_token_usage: count(total), last_token_usage: count(9) } });
  const timeline = await timelineOf({ root: [root(), tokens(10), tokens(20), event("token_count", { info: null })] });
  expect(timeline.threads[0]?.tokens).toEqual({ input: 1, cachedInput: 2, output: 3, reasoning: 4, total: 20 });
});
