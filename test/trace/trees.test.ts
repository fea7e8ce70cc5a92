import { renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTimeline } from "../../src/trace/read-timeline.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import {
  after,
  answered,
  call,
  child,
  message,
  root,
  sessionText,
  turnEnds,
  turnStarts,
} from "./support/session-lines.ts";
import { order, timelineOf, told } from "./support/timeline-of.ts";

const space = "multi_agent_v1";
const spawn = call("s", "spawn_agent", { agent_type: "critic", message: "m" }, space);
const spawned = answered("s", { agent_id: "c" });
const answer = [turnStarts(), turnEnds("fine")];

test.each([
  ["the day before", "2026/11/20"],
  ["the same day", "2026/11/21"],
  ["the last day of a resumed session", "2026/12/24"],
  ["the day after it", "2026/12/25"],
])("a subagent's file is found in the folder of %s", async (_, day) => {
  const month = 33 * 86_400_000;
  const sessions = temporaryFiles({
    "2026/11/21/rollout-root.jsonl": sessionText([root(), spawn, spawned, after(month, turnStarts())]),
    [`${day}/rollout-c.jsonl`]: sessionText([child("c"), ...answer]),
  });
  const { threads } = await readTimeline(join(sessions, "2026/11/21/rollout-root.jsonl"));
  expect(threads.map(({ id }) => id)).toEqual(["root", "c"]);
});

test("files of other sessions, of no session, and links are left alone", async () => {
  const sessions = temporaryFiles({
    "a/root.jsonl": sessionText([root()]),
    "a/other.jsonl": sessionText([root("other")]),
    "a/its.jsonl": sessionText([child("d", { session_id: "other", parent_thread_id: "root" })]),
    "a/mentions.jsonl": '{"type":"event_msg","payload":{"id":"root"}}\n',
    "a/broken.jsonl": '{"root"',
    "elsewhere/c.jsonl": sessionText([child("c"), ...answer]),
  });
  symlinkSync(join(sessions, "elsewhere/c.jsonl"), join(sessions, "a/c.jsonl"));
  const { threads, notes } = await readTimeline(join(sessions, "a/root.jsonl"));
  expect({ threads: threads.length, notes }).toEqual({ threads: 1, notes: [] });
});

test("a subagent's subagent is found, and comes after its own parent's spawn", async () => {
  const timeline = await timelineOf({
    root: [root(), spawn, spawned],
    a: [child("d", { parent_thread_id: "c" }), ...answer],
    b: [child("c"), after(5000, call("t", "spawn_agent", { message: "m" }, space)), answered("t", { agent_id: "d" })],
  });
  expect(order(timeline)).toEqual(["root spawn", "c spawn", "d answer"]);
  expect(timeline.threads.map(({ id, parent }) => [id, parent])).toEqual([
    ["root", null],
    ["c", "root"],
    ["d", "c"],
  ]);
});

test("a subagent whose parent's file is missing is told all the same", async () => {
  const timeline = await timelineOf({ root: [root()], d: [child("d", { parent_thread_id: "gone" }), ...answer] });
  expect(order(timeline)).toEqual(["d answer"]);
});

test("at the same moment a subagent's answer comes after its spawn and before what its parent does with it", async () => {
  const close = call("x", "close_agent", { target: "c" }, space);
  const timeline = await timelineOf({
    root: [root(), after(0, spawn), after(0, spawned), after(1, close)],
    child: [
      child("c"),
      after(0, turnStarts()),
      after(0, turnEnds("one")),
      after(1, turnStarts()),
      after(0, turnEnds("two")),
    ],
  });
  expect(order(timeline)).toEqual(["root spawn", "c answer", "c answer", "root close"]);
});

test("a clock that goes back changes no order within a file", async () => {
  const timeline = await timelineOf({
    root: [root(), message("one"), after(-3_600_000, message("two")), message("three")],
  });
  expect(told(timeline).map((event) => "text" in event && event.text)).toEqual(["one", "two", "three"]);
});

const parentsPast = [
  { ...root(), payload: { ...root().payload, id: "root" } },
  turnStarts({ turn_id: "01a1-turn" }),
  message("I approve."),
  turnEnds("done"),
  turnStarts({ turn_id: "01a2-turn" }),
  spawn,
];

test.each([
  ["says where its own part begins", "c", { subagent_history_start_ordinal: parentsPast.length + 1 }, "01a0-turn"],
  ["does not say it (first generation)", "01a3-c", { forked_from_id: "root" }, "01a4-turn"],
])(
  "of a subagent's file that begins with its parent's past only its own part is told: it %s",
  async (_, id, more, turn) => {
    const own = [turnStarts({ turn_id: turn }), message("m"), turnEnds("fine")];
    const timeline = await timelineOf({
      root: [root(), message("I approve.")],
      child: [child(id, more), ...parentsPast, ...own],
    });
    expect(order(timeline)).toEqual(["root person_message", `${id} answer`]);
    expect(timeline).toMatchObject({ forkedFrom: null, notes: [] });
  },
);

const fork = (end: number) =>
  root("fork", { forked_from_id: "root", history_base: { thread_id: "root", end_ordinal_exclusive: end } });

test("a forked session's shared history is told as its own, up to the fork", async () => {
  const base = [
    ...[root(), message("first"), spawn, spawned, turnEnds("before the fork"), message("after the fork"), spawn],
    answered("s", { agent_id: "d" }),
  ];
  const timeline = await timelineOf({
    fork: sessionText([fork(5), message("in the fork")], Date.UTC(2026, 10, 22)),
    root: base,
    c: [child("c"), after(2500, turnStarts()), turnEnds("fine"), after(9_000_000, turnEnds("too late"))],
    d: [child("d"), after(20_000, turnStarts()), turnEnds("not here")],
  });
  expect(order(timeline)).toEqual([
    ...["fork person_message", "fork spawn", "c answer", "fork turn_ended"],
    "fork person_message",
  ]);
  expect(timeline.events.map((event) => "source" in event && event.source).filter(Boolean)).toEqual([
    "startup",
    "fork",
  ]);
  expect(timeline).toMatchObject({
    session: "fork",
    forkedFrom: "root",
    threads: [{ id: "fork" }, { id: "c", parent: "fork" }],
  });
  expect(timeline.notes.map(({ note }) => note)).toEqual([
    "this session was forked from root; what they share is told from there",
  ]);
});

test.each([
  ["is missing", {}],
  ["is another's", { root: [child("root")] }],
  ["is its own", { root: [root("fork")] }],
])("a fork whose base %s begins with itself", async (_, files) => {
  const timeline = await timelineOf({ fork: [fork(5), message("in the fork")], ...files });
  expect(order(timeline)).toEqual(["fork person_message"]);
  expect(timeline.notes).toMatchObject([
    { note: "the session file of root, from which this session was forked, is missing" },
  ]);
});

test.each([
  ["each other", { root: "fork" }],
  ["others in a circle", { root: "other", other: "root" }],
])("forks that name %s end", async (_, bases) => {
  const files = Object.entries(bases).map(([id, of]) => {
    const base = { forked_from_id: of, history_base: { thread_id: of, end_ordinal_exclusive: 9 } };
    return [id, [root(id, base), message(id)]];
  });
  const timeline = await timelineOf({ fork: [fork(9), message("fork")], ...Object.fromEntries(files) });
  expect(order(timeline)).toEqual(Array(files.length + 1).fill("fork person_message"));
});

test("a subagent whose file lies there twice is told once", async () => {
  const twice = [child("c"), ...answer];
  expect(order(await timelineOf({ root: [root()], a: twice, b: twice }))).toEqual(["c answer"]);
});

test("a fork's base is found among the days before", async () => {
  const sessions = temporaryFiles({
    "2026/11/21/rollout-fork.jsonl": sessionText([fork(2), message("b")]),
    "2026/01/02/rollout-2026-root.jsonl": sessionText([root(), message("a")], Date.UTC(2026, 0, 2)),
  });
  expect(order(await readTimeline(join(sessions, "2026/11/21/rollout-fork.jsonl")))).toHaveLength(2);
});

test("a file says the same wherever it lies", async () => {
  const sessions = temporaryFiles({ "a.jsonl": sessionText([root(), message("a")]) });
  const before = told(await readTimeline(join(sessions, "a.jsonl")));
  renameSync(join(sessions, "a.jsonl"), join(sessions, "b.jsonl"));
  expect(told(await readTimeline(join(sessions, "b.jsonl")))).toEqual(before);
});

test("a thread of the session that names no parent is the root's subagent", async () => {
  const review = root("r", { session_id: "root", source: { subagent: "review" } });
  const timeline = await timelineOf({ root: [root()], r: [review, ...answer] });
  expect(timeline.threads[1]).toMatchObject({ id: "r", parent: "root", agent: "default" });
});
