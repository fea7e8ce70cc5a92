import { expect, test } from "vitest";
import {
  after,
  agentMessage,
  answered,
  call,
  child,
  item,
  root,
  turnEnds,
  turnStarts,
} from "./support/session-lines.ts";
import { order, timelineOf, told } from "./support/timeline-of.ts";

const space = "collaboration";
const spawn = (args: object = {}) =>
  call("s", "spawn_agent", { task_name: "rev", agent_type: "critic", message: "Review X", ...args }, space);
const started = item("SubAgentActivity", { id: "s", kind: "started", agent_thread_id: "c", agent_path: "/root/rev" });
const spawned = answered("s", { task_name: "/root/rev" });
const wait = call("w", "wait_agent", { timeout_ms: 10_000 }, space);
const waited = answered("w", { message: "Wait completed.", timed_out: false });
const final = (payload: string) =>
  agentMessage("/root/rev", `Message Type: FINAL_ANSWER\nTask name: /root\nSender: /root/rev\nPayload:\n${payload}`);

test("a subagent's life is told from the parent's calls and its own file", async () => {
  const timeline = await timelineOf({
    root: [root(), spawn({ fork_turns: "none" }), started, spawned, wait, waited, final("fine")],
    child: [child("c", { agent_path: "/root/rev" }), after(4500, turnStarts()), turnEnds("fine")],
  });
  expect(order(timeline)).toEqual(["root spawn", "root wait", "c answer"]);
  expect(told(timeline)).toEqual([
    {
      kind: "spawn",
      call: "s",
      type: "critic",
      name: "rev",
      prompt: "Review X",
      inherits: false,
      child: "c",
      refused: null,
    },
    { kind: "wait", targets: [], timeoutMs: 10_000, timedOut: false, refused: null },
    { kind: "answer", text: "fine", failed: null },
  ]);
  expect(timeline).toMatchObject({
    generation: 2,
    threads: [{ id: "root" }, { id: "c", agent: "critic", name: "rev" }],
  });
});

test.each([
  ["its activity", [spawn(), started, spawned], {}],
  ["its own file", [spawn(), spawned], { child: [child("c", { agent_path: "/root/rev" })] }],
])("the thread behind a path is known from %s", async (_, lines, files) => {
  const timeline = await timelineOf({ root: [root(), ...lines], ...files });
  expect(told(timeline)).toMatchObject([{ child: "c", refused: null }]);
});

test.each(["rev", "/root/rev"])("an agent addressed as %s is known by its thread", async (target) => {
  const timeline = await timelineOf({
    root: [
      ...[root(), spawn(), started, spawned],
      ...[call("1", "followup_task", { target, message: "Again" }, space), answered("1", "")],
      ...[call("2", "send_message", { target, message: "By the way" }, space), answered("2", "")],
      ...[call("3", "interrupt_agent", { target }, space), answered("3", { previous_status: "running" })],
    ],
  });
  expect(told(timeline).slice(1)).toEqual([
    { kind: "agent_addressed", as: "task", target: "c", prompt: "Again", interrupts: false, refused: null },
    { kind: "agent_addressed", as: "note", target: "c", prompt: "By the way", interrupts: false, refused: null },
    { kind: "close", how: "interrupt", target: "c", was: "running", refused: null },
  ]);
});

test("a name means another agent in another agent's mouth", async () => {
  const activity = { id: "n", kind: "started", agent_thread_id: "d", agent_path: "/root/rev/rev" };
  const timeline = await timelineOf({
    root: [root(), spawn(), started, spawned],
    child: [
      ...[child("c", { agent_path: "/root/rev" }), after(9000, item("SubAgentActivity", activity))],
      call("1", "send_message", { target: "rev", message: "m" }, space),
    ],
  });
  expect(told(timeline)).toMatchObject([{ kind: "spawn" }, { kind: "agent_addressed", target: "d" }]);
});

test.each([
  [{}, true],
  [{ fork_turns: "all" }, true],
  [{ fork_turns: "2" }, true],
  [{ fork_turns: "none" }, false],
])("a spawn with %j inherits the conversation: %s", async (args, inherits) => {
  expect(told(await timelineOf({ root: [root(), spawn(args)] }))).toMatchObject([{ inherits }]);
});

test.each([
  ["gAAAAABpH0mZq8w-_=", null],
  ["gAAAA is how ciphertext begins", "gAAAA is how ciphertext begins"],
])("a message that reads %s is told as %s", async (message, prompt) => {
  expect(told(await timelineOf({ root: [root(), spawn({ message })] }))).toMatchObject([{ prompt }]);
});

test("without the subagent's file its answer is the message its parent got", async () => {
  const again = call("f", "followup_task", { target: "rev", message: "Again" }, space);
  const timeline = await timelineOf({
    root: [root(), spawn(), started, spawned, final("fine"), again, answered("f", ""), final("Agent errored: boom")],
  });
  expect(order(timeline)).toEqual(["root spawn", "c answer", "root agent_addressed", "c answer"]);
  expect(told(timeline)).toMatchObject([{}, { text: "fine", failed: null }, {}, { text: "", failed: "boom" }]);
});

test.each(["Message Type: NEW_TASK\nTask name: /root\nSender: /root/rev\nPayload:\nx", "Payload:\nx"])(
  "another message from an agent is no answer: %j",
  async (text) => {
    const timeline = await timelineOf({ root: [root(), spawn(), started, spawned, agentMessage("/root/rev", text)] });
    expect(told(timeline)).toMatchObject([{ kind: "spawn" }]);
  },
);

test("a tool of an MCP server that has a subagent tool's name is none", async () => {
  const timeline = await timelineOf({
    root: [root(), call("1", "spawn_agent", {}, "mcp__other"), answered("1", "{}")],
  });
  expect(told(timeline)).toEqual([{ kind: "tool_called", server: "other", tool: "spawn_agent" }]);
});
