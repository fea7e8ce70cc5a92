import { expect, test } from "vitest";
import { after, answered, call, child, message, root, turnEnds, turnStarts } from "./support/session-lines.ts";
import { order, timelineOf, told } from "./support/timeline-of.ts";

const space = "multi_agent_v1";
const spawn = call("s", "spawn_agent", { agent_type: "critic", message: "Review X", fork_context: false }, space);
const spawned = answered("s", { agent_id: "c", nickname: "Otter" });
const wait = call("w", "wait_agent", { targets: ["c"], timeout_ms: 30_000 }, space);
const completed = answered("w", { status: { c: { completed: "fine" } }, timed_out: false });
const close = call("x", "close_agent", { target: "c" }, space);
const notification = message(
  '<subagent_notification>\n{"agent_path":"c","status":{"completed":"fine"}}\n</subagent_notification>',
  "multi_agent.subagent_notification",
  { type: "tool", namespace: space },
);

test("a subagent's life is told from the parent's calls and its own file", async () => {
  const closed = answered("x", { previous_status: { completed: "fine" } });
  const timeline = await timelineOf({
    root: [root(), spawn, spawned, wait, after(9000, completed), notification, close, closed],
    child: [child("c", { agent_nickname: "Otter" }), after(4000, turnStarts()), turnEnds("fine")],
  });
  expect(order(timeline)).toEqual(["root spawn", "root wait", "c answer", "root close"]);
  expect(told(timeline)).toEqual([
    {
      kind: "spawn",
      call: "s",
      type: "critic",
      name: null,
      prompt: "Review X",
      inherits: false,
      child: "c",
      refused: null,
    },
    { kind: "wait", targets: ["c"], timeoutMs: 30_000, timedOut: false, refused: null },
    { kind: "answer", text: "fine", failed: null },
    { kind: "close", how: "close", target: "c", was: "finished", refused: null },
  ]);
  expect(timeline.events[3]).toMatchObject({ thread: "c", agent: "critic", where: { line: 3 } });
  expect(timeline).toMatchObject({
    generation: 1,
    threads: [{ id: "root" }, { id: "c", parent: "root", name: "Otter" }],
  });
  expect(timeline.notes).toEqual([]);
});

test("without the subagent's file its answer is what the parent was told, once", async () => {
  const again = call("i", "send_input", { target: "c", message: "Again", interrupt: true }, space);
  const rewait = call("w2", "wait_agent", { targets: ["c"] }, space);
  const timeline = await timelineOf({
    root: [
      ...[root(), spawn, spawned, notification, wait, completed],
      ...[again, answered("i", { submission_id: "n" }), rewait],
      answered("w2", { status: { c: { errored: "boom" } }, timed_out: false }),
    ],
  });
  expect(order(timeline)).toEqual([
    "root spawn",
    "c answer",
    "root wait",
    "root agent_addressed",
    "root wait",
    "c answer",
  ]);
  expect(told(timeline)).toMatchObject([
    { child: "c" },
    { text: "fine", failed: null },
    {},
    { as: "task", target: "c", prompt: "Again", interrupts: true, refused: null },
    { timeoutMs: null },
    { text: "", failed: "boom" },
  ]);
  expect(timeline.events[2]).toMatchObject({ agent: "critic", where: { line: 4 } });
  expect(timeline.notes).toMatchObject([{ where: { line: 2 }, note: "the session file of its subagent c is missing" }]);
});

test.each([
  ["spawn_agent", { message: "m" }, "unknown agent_type 'x'"],
  ["spawn_agent", { message: "m" }, "Tool call blocked by PreToolUse hook: no. Tool: spawn_agent"],
  ["close_agent", { target: "c" }, "Tool call blocked by PreToolUse hook: no. Tool: multi_agent_v1close_agent"],
  ["send_input", { target: "c", message: "m" }, "agent with id c not found"],
  ["wait_agent", { targets: ["c"] }, "unsupported call: multi_agent_v1wait_agent"],
])("%s that comes to nothing says why", async (tool, args, why) => {
  const timeline = await timelineOf({ root: [root(), call("1", tool, args, space), answered("1", why)] });
  expect(told(timeline)).toMatchObject([{ refused: why }]);
});

test.each([
  ["running", "running"],
  ["pending_init", "running"],
  [{ errored: "x" }, "finished"],
  ["shutdown", "finished"],
  ["interrupted", "finished"],
  ["not_found", "unknown"],
] as const)("a subagent closed while %j was %s", async (status, was) => {
  const timeline = await timelineOf({ root: [root(), close, answered("x", { previous_status: status })] });
  expect(told(timeline)).toMatchObject([{ kind: "close", target: "c", was, refused: null }]);
});

test.each([
  ["wait_agent", { targets: ["c"] }, "it answered nothing"],
  ["send_input", { target: "c", message: "m" }, null],
])("an empty output of %s means: %s", async (tool, args, refused) => {
  const timeline = await timelineOf({ root: [root(), call("1", tool, args, space), answered("1", "")] });
  expect(told(timeline)).toMatchObject([{ refused }]);
});

test("a wait that times out says so", async () => {
  const timeline = await timelineOf({ root: [root(), wait, answered("w", { status: {}, timed_out: true })] });
  expect(told(timeline)).toMatchObject([{ kind: "wait", timedOut: true }]);
});

test("a subagent of no type is Codex's default one", async () => {
  const plain = call("s", "spawn_agent", { message: "m", agent_type: "default" }, space);
  const timeline = await timelineOf({
    root: [root(), plain, spawned],
    child: [child("c", { agent_role: null }), after(9000, turnStarts()), turnEnds("a")],
  });
  expect(timeline.events.at(-1)).toMatchObject({ kind: "answer", agent: "default" });
  expect(told(timeline)[0]).toMatchObject({ type: null });
});

test("a turn that fails, is cut off or says nothing is a failed answer", async () => {
  const timeline = await timelineOf({
    root: [root(), spawn, spawned],
    child: [
      ...[child("c"), after(9000, turnStarts()), turnEnds(null, { error: { message: "boom" } })],
      ...[turnStarts(), { type: "event_msg", payload: { type: "turn_aborted", reason: "interrupted" } }],
      ...[turnStarts(), turnEnds(null)],
      ...[turnStarts(), turnStarts(), turnEnds("at last")],
    ],
  });
  expect(told(timeline).slice(1)).toMatchObject([
    { failed: "the turn failed: boom" },
    { failed: "interrupted" },
    { failed: "it ended without a message" },
    { failed: "the process ended" },
    { failed: null, text: "at last" },
  ]);
});

test("an input that interrupts comes after the end of the turn it cut off", async () => {
  const again = call("i", "send_input", { target: "c", message: "Stop", interrupt: true }, space);
  const timeline = await timelineOf({
    root: [root(), spawn, spawned, after(10_000, again), after(2000, answered("i", { submission_id: "n" }))],
    child: [
      child("c"),
      after(3000, turnStarts()),
      after(10_000, { type: "event_msg", payload: { type: "turn_aborted" } }),
    ],
  });
  expect(order(timeline)).toEqual(["root spawn", "c answer", "root agent_addressed"]);
});
