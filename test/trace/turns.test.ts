import { expect, test } from "vitest";
import { child, event, item, message, root, turnEnds, turnStarts } from "./support/session-lines.ts";
import { timelineOf, told } from "./support/timeline-of.ts";

const exec = { turn_attribution: { turn_id: "t", turn_trigger: "exec" } };
const context = { type: "turn_context", payload: { turn_id: "t", model: "gpt-6.1-sol", multi_agent_version: "v2" } };

test("a session starts with its directory, Codex's version and the model of its first turn", async () => {
  const timeline = await timelineOf({ root: [root(), turnStarts(), context] });
  expect(timeline).toMatchObject({
    session: "root",
    cwd: "/work",
    codex: "0.169.0",
    model: "gpt-6.1-sol",
    generation: 2,
  });
  expect(timeline.events[0]).toEqual({
    kind: "session_started",
    at: "2026-11-21T10:00:00.000Z",
    where: { file: timeline.threads[0]?.file, line: 1 },
    thread: "root",
    agent: null,
    source: "startup",
    cwd: "/work",
    codex: "0.169.0",
    model: "gpt-6.1-sol",
  });
});

test("a turn of the root begins and ends with the last thing said", async () => {
  const timeline = await timelineOf({ root: [root(), turnStarts(), turnEnds("Stop: requirements.")] });
  expect(told(timeline)).toEqual([
    { kind: "turn_started" },
    { kind: "turn_ended", message: "Stop: requirements.", aborted: false },
  ]);
});

test.each([
  ["a person interrupts it", event("turn_aborted", { reason: "interrupted" })],
  ["the model fails", turnEnds(null, { error: { message: "high demand" } })],
  ["its process ends and another goes on", turnStarts(exec)],
])("a turn is cut off when %s", async (_, line) => {
  const timeline = await timelineOf({ root: [root(), turnStarts(exec), line] });
  expect(told(timeline).slice(1, 2)).toEqual([{ kind: "turn_ended", message: null, aborted: true }]);
});

test("codex exec runs one turn a process: the next is a resumed session's", async () => {
  const { events } = await timelineOf({
    root: [root(), turnStarts(exec), turnEnds("a"), turnStarts(exec), turnEnds("b")],
  });
  expect(events.map((event) => ("source" in event ? event.source : event.kind))).toEqual([
    ...["startup", "turn_started", "turn_ended"],
    ...["resume", "turn_started", "turn_ended"],
  ]);
});

test("turns of one interactive process resume nothing", async () => {
  const { events } = await timelineOf({ root: [root(), turnStarts(), turnEnds("a"), turnStarts(), turnEnds("b")] });
  expect(events.filter(({ kind }) => kind === "session_started")).toHaveLength(1);
});

test("a compaction is one event, and what it keeps is told once", async () => {
  const said = message("I approve.");
  const compacted = { type: "compacted", payload: { message: "Summary", replacement_history: [said.payload] } };
  const timeline = await timelineOf({ root: [root(), said, compacted, item("ContextCompaction", { id: "1" })] });
  expect(told(timeline)).toEqual([{ kind: "person_message", text: "I approve." }, { kind: "compacted" }]);
  expect(timeline.events[2]).toMatchObject({ at: "2026-11-21T10:00:02.000Z", where: { line: 3 } });
});

test("a hook that sends an agent on is told with its own words", async () => {
  const prompt = (text: string, from: object) =>
    message(`<hook_prompt hook_run_id="stop:9:/h.json">${text}</hook_prompt>`, "unknown", from);
  const hook = { type: "harness", hook: true };
  const fragments = [{ text: "Fix <it>" }, { text: "now" }];
  const timeline = await timelineOf({
    root: [root(), prompt("Wait.", hook), prompt("Fix &lt;it>", hook), item("HookPrompt", { id: "msg_1", fragments })],
    child: [child("c"), prompt("Your answer breaks its schema.", hook), prompt("typed", { type: "user" })],
  });
  expect(timeline.events.slice(1).map((event) => [event.thread, "reason" in event && event.reason])).toEqual([
    ["c", "Your answer breaks its schema."],
    ["root", "Wait."],
    ["root", "Fix <it>\n\nnow"],
  ]);
});

test("what Baton hands a subagent is told by name, and only what a hook put there", async () => {
  const given = (from: object) =>
    message(
      '<baton_handoff names="designDoc planPath">\n{}\n</baton_handoff>',
      "hooks.additional_context",
      from,
      "developer",
    );
  const hook = { type: "harness", hook: true };
  const timeline = await timelineOf({
    root: [root(), given(hook)],
    child: [child("c"), given({ type: "harness", hook: false }), given(hook)],
  });
  expect(timeline.events.slice(1)).toMatchObject([
    { kind: "handed_over", thread: "c", names: ["designDoc", "planPath"], where: { line: 3 } },
  ]);
});
