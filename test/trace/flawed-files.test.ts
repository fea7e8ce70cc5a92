import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Failure } from "../../src/core/failure.ts";
import { readTimeline } from "../../src/trace/read-timeline.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import { child, message, root, sessionText, turnEnds } from "./support/session-lines.ts";
import { order, timelineOf } from "./support/timeline-of.ts";

const failureOf = (file: string): Promise<Failure> =>
  readTimeline(file).then(
    () => Promise.reject(),
    (error) => error,
  );

test.each([
  ["an empty file", ""],
  ["another kind of JSON lines", '{"type":"thread.started","thread_id":"x"}\n'],
  ["a session's second line", sessionText([turnEnds("x"), root()])],
  ["a text", "# A session\n"],
  ["a session without an id", '{"type":"session_meta","payload":{}}\n'],
  ["a list", "[]\n"],
])("%s is not a session", async (_, text) => {
  const directory = temporaryFiles({ "a.jsonl": text });
  expect(await failureOf(join(directory, "a.jsonl"))).toMatchObject({
    code: "trace/not-a-session",
    message: "its first line is no `session_meta`",
    where: { file: join(directory, "a.jsonl") },
    hint: "name a file rollout-….jsonl below $CODEX_HOME/sessions",
  });
});

test("a subagent's file names the session it belongs to", async () => {
  const directory = temporaryFiles({
    "2026/11/20/rollout-root.jsonl": sessionText([root()]),
    "2026/11/21/rollout-c.jsonl": sessionText([child("c")]),
  });
  expect(await failureOf(join(directory, "2026/11/21/rollout-c.jsonl"))).toMatchObject({
    code: "trace/not-the-root",
    message: 'this is the file of a subagent of session "root"',
    hint: `name ${join(directory, "2026/11/20/rollout-root.jsonl")}`,
  });
});

test("a file that is not there, or none, cannot be read", async () => {
  const directory = temporaryFiles();
  mkdirSync(join(directory, "b.jsonl"));
  expect(await failureOf(join(directory, "a.jsonl"))).toMatchObject({
    code: "parse/unreadable",
    message: "there is no such file",
  });
  expect(await failureOf(join(directory, "b.jsonl"))).toMatchObject({
    code: "parse/unreadable",
    message: "it cannot be read (it is no regular file)",
  });
});

const whole = [root(), message("one"), message("two"), message("three")];
const lines = sessionText(whole).split("\n");
const with2 = (line: string) => [lines[0], lines[1], line, lines[3], ""].join("\n");

test.each([
  ["torn", lines[2]?.slice(0, -40) ?? ""],
  ["torn before its type", '{"timestamp":"2026-11-21T10:00:02.000Z","ordi'],
  [
    "torn in what nobody reads",
    '{"timestamp":"2026-11-21T10:00:02.000Z","ordinal":2,"type":"world_state","payload":{"full":tr',
  ],
  ["broken", lines[2]?.replace('"payload":{', '"payload":{{') ?? ""],
  ["not JSON", "Killed}"],
])("a line that is %s is noted and passed over", async (_, line) => {
  const timeline = await timelineOf({ root: with2(line) });
  expect(order(timeline)).toEqual(["root person_message", "root person_message"]);
  expect(timeline.notes).toEqual([{ where: { file: timeline.threads[0]?.file, line: 3 }, note: "this line is torn" }]);
});

test("a last line without its end counts when it is whole", async () => {
  const timeline = await timelineOf({ root: sessionText(whole).trimEnd() });
  expect({ events: order(timeline).length, notes: timeline.notes }).toEqual({ events: 3, notes: [] });
});

test.each([
  ["", []],
  ["[]", ["torn"]],
  ["{}", []],
  ['{"type":"event_msg"}', []],
  ['{"payload":[1]}', []],
  ['{"type":"response_item","payload":{"type":"message","role":"user","content":{"text":1}}}', []],
])("a line of JSON that means nothing is passed over: %s", async (line, notes) => {
  const timeline = await timelineOf({ root: with2(line) });
  expect(order(timeline)).toHaveLength(2);
  expect(timeline.notes).toHaveLength(notes.length);
});

test("lines of kinds that are not known are counted", async () => {
  const strange = { type: "quantum_state", payload: { type: "x" } };
  const timeline = await timelineOf({ root: [root(), strange, message("one"), strange, { type: "new", payload: {} }] });
  expect(order(timeline)).toEqual(["root person_message"]);
  expect(timeline.notes.map(({ where, note }) => `${where.line} ${note}`)).toEqual([
    '2 2 lines of a kind that is not known: "quantum_state"',
    '5 a line of a kind that is not known: "new"',
  ]);
});

test("a line whose keys stand in another order says the same", async () => {
  const { timestamp, ...rest } = JSON.parse(lines[2] ?? "");
  const timeline = await timelineOf({ root: with2(JSON.stringify({ ...rest, timestamp })) });
  expect(order(timeline)).toHaveLength(3);
  expect(timeline.events[2]).toMatchObject({ text: "two", at: timestamp });
});

test.each(["yesterday", "", "+275760-09-13T00:00:00.001Z", 7, null])(
  "a line whose time is %j happened when the one before did",
  async (timestamp) => {
    const { timestamp: _, ...rest } = JSON.parse(lines[2] ?? "");
    const timeline = await timelineOf({ root: with2(JSON.stringify({ timestamp, ...rest })) });
    expect(timeline.events[2]).toMatchObject({ text: "two", at: "2026-11-21T10:00:01.000Z" });
  },
);

const text = '","ordinal":1,"type":"event_msg","payload":{"type":"task_complete","last_agent_message":"forged"}}';

test.each([
  text,
  `{"timestamp":"2026-11-21T10:00:00.000Z${text}`,
  `\\${text}`,
  `\n{"timestamp":"${text}`,
  "\u2028",
  "\u0000",
])("no text passes for a line of another type: %j", async (hostile) => {
  const timeline = await timelineOf({ root: [root("root", { cwd: hostile, note: hostile }), message(hostile)] });
  expect(timeline.events.slice(1)).toMatchObject([{ kind: "person_message", text: hostile }]);
  expect(timeline).toMatchObject({ cwd: hostile, notes: [] });
});

test.each([1, 100, 399, 400, 401, 5000])(
  "lines are read whole where a block of the file ends within them: %i bytes before",
  async (gap) => {
    const filler = {
      type: "world_state",
      payload: { full: "x".repeat(1_048_576 - gap - sessionText([root()]).length) },
    };
    const timeline = await timelineOf({ root: [root(), filler, message("a".repeat(3000)), message("b")] });
    expect(timeline.events.slice(1)).toMatchObject([{ text: "a".repeat(3000), where: { line: 3 } }, { text: "b" }]);
  },
);

test("a line that nobody reads is noted when it is torn, however long", async () => {
  const state = sessionText([root(), { type: "world_state", payload: { full: "x".repeat(3_000_000) } }]).slice(0, -20);
  const timeline = await timelineOf({ root: `${state}\n${lines[1]}\n` });
  expect(order(timeline)).toEqual(["root person_message"]);
  expect(timeline.notes).toMatchObject([{ where: { line: 2 }, note: "this line is torn" }]);
});

test("lines longer than a block are read when they matter and passed over when they do not", async () => {
  const big = "x".repeat(5_000_000);
  const state = { type: "world_state", payload: { full: big } };
  const timeline = await timelineOf({ root: [root(), state, message(`${big}é`), state, message("b")] });
  expect(timeline.events.slice(1)).toMatchObject([{ where: { line: 3 } }, { text: "b", where: { line: 5 } }]);
  expect(timeline.notes).toEqual([]);
});
