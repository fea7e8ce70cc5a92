import { expect, test } from "vitest";
import { workSpans } from "../../src/render/session/work-spans.ts";
import type { TraceEvent } from "../../src/trace/trace-event.ts";
import { began, happened, reportOn, thread } from "../helpers/audit-report.ts";

/** Each thread's spans as `from-to` in seconds since the session began, with the event that began it. */
function spans(events: readonly TraceEvent[], child = thread("a", "code-verifier", 10, 100)) {
  const threads = [thread("root", null, 0, 200), child];
  const { timeline } = reportOn(events, { timeline: { threads } });
  return Object.fromEntries(
    [...workSpans(timeline)].map(([id, found]) => [
      id,
      found.map(({ from, to, event }) => `${(from - began) / 1_000}-${(to - began) / 1_000} by ${event ?? "nothing"}`),
    ]),
  );
}

const spawn = (seconds: number): TraceEvent =>
  happened("spawn", seconds, 1, {
    call: "c",
    type: "code-verifier",
    name: null,
    prompt: null,
    inherits: false,
    child: "a",
    refused: null,
  });
const answer = (seconds: number): TraceEvent =>
  happened("answer", seconds, 1, { thread: "a", agent: "code-verifier", text: "{}", failed: null });
const turn = (from: number, to: number): TraceEvent[] => [
  happened("turn_started", from, 1, {}),
  happened("turn_ended", to, 2, { message: null, aborted: false }),
];

test("the root works in its turns", () => {
  expect(spans([...turn(1, 50), ...turn(120, 190)])).toMatchObject({ root: ["1-50 by 0", "120-190 by 2"] });
});

test("a turn that never ended lasts as long as its thread", () => {
  expect(spans([happened("turn_started", 5, 1, {})])).toMatchObject({ root: ["5-200 by 0"] });
});

test("a subagent works from its spawn to its answer", () => {
  expect(spans([spawn(20), answer(60)])).toMatchObject({ a: ["20-60 by 0"] });
});

test("another task, or being sent on, is work again", () => {
  const task = happened("agent_addressed", 70, 1, {
    as: "task",
    target: "a",
    prompt: null,
    interrupts: false,
    refused: null,
  });
  const note = happened("agent_addressed", 85, 1, {
    as: "note",
    target: "a",
    prompt: null,
    interrupts: false,
    refused: null,
  });
  const sentOn = happened("sent_on", 90, 1, { thread: "a", agent: "code-verifier", reason: "not JSON" });
  expect(spans([spawn(20), answer(60), task, answer(80), note, sentOn, answer(95)])).toMatchObject({
    a: ["20-60 by 0", "70-80 by 2", "90-95 by 5"],
  });
});

test("closing ends the work, unless it was refused", () => {
  const close = (seconds: number, refused: string | null): TraceEvent =>
    happened("close", seconds, 1, { how: "close", target: "a", was: "running", refused });
  expect(spans([spawn(20), close(30, "denied"), close(40, null)])).toMatchObject({ a: ["20-40 by 0"] });
});

test("a subagent whose spawn is not in the file began when its own file did", () => {
  const command = happened("command", 30, 1, {
    thread: "a",
    agent: "code-verifier",
    command: "ls",
    cwd: null,
    exitCode: 0,
    output: "",
    refused: null,
  });
  expect(spans([command, answer(60)])).toMatchObject({ a: ["10-60 by 0"] });
});

test("a thread that shows nothing lasts as long as its file says", () => {
  expect(spans([])).toEqual({ root: ["0-200 by nothing"], a: ["10-100 by nothing"] });
});

test("times that are none do not count", () => {
  const broken = { ...thread("a", "code-verifier", 0, 0), startedAt: "soon", endedAt: "later" };
  expect(spans([{ ...spawn(20), at: "never" }], broken)).toMatchObject({ a: [] });
});
