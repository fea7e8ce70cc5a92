import { expect, test } from "vitest";
import { renderSession } from "../../src/render/session/session-text.ts";
import { coloured, plain } from "../../src/render/style.ts";
import { breach, happened, moment, reportOn, rootFile, thread } from "../helpers/audit-report.ts";

const spawn = {
  call: "c",
  type: "task-decomposer",
  name: null,
  prompt: "go",
  inherits: false,
  child: "a",
  refused: null,
};
const events = [
  happened("person_message", 0, 2, { text: "$recipe-implement x" }),
  happened("spawn", 75, 9, spawn),
  happened("turn_ended", 3_700, 12, { message: "Decide.", aborted: false }),
];
const stopSkipped = breach(events, 1, "flow/stop-skipped", 'task-decomposer started before "batch-approval"', {
  hint: "end the turn at batch-approval",
});
const report = reportOn(events, {
  timeline: { threads: [thread("root", null, 0, 3_700, 120_000), thread("a", "task-decomposer", 75, 135, 4_000)] },
  story: [
    { event: 0, words: "a person writes: $recipe-implement x" },
    { event: 1, words: "task-decomposer starts" },
    { event: 2, words: "the turn ends: Decide." },
  ],
  stops: [
    {
      stop: "requirements",
      reachedAt: moment(20),
      where: { file: rootFile, line: 5 },
      answered: { at: moment(40), where: { file: rootFile, line: 6 }, words: "go on,\nsmall" },
    },
    { stop: "batch-approval", reachedAt: moment(3_700), where: { file: rootFile, line: 12 }, answered: null },
  ],
  breaches: [stopSkipped],
});

test("tells what happened with the breach at its place, then stop points, agents and the verdict", () => {
  expect(
    renderSession(report, plain),
  ).toBe(`session 01a1fbfc-9141-7fc3-b7ad-5c7db7524451  $recipe-implement · Codex 0.169.0, gpt-6.1-sol · 2026-03-02 09:00 UTC · 1 h 2 min
sessions/rollout-root.jsonl

     0:00  a person writes: $recipe-implement x
     1:15  task-decomposer starts
           error: task-decomposer started before "batch-approval" [flow/stop-skipped]
             at: sessions/rollout-root.jsonl:9
             why: The person's decision is what the stop is for; nobody else can give it.
             hint: end the turn at batch-approval
  1:01:40  the turn ends: Decide.

stop points
  requirements    reached 0:20, a person answered 0:40: "go on, small"
  batch-approval  reached 1:01:40, nobody has answered

agents
  agent              minutes   tokens  cached  output
  orchestrator            62  120,000  60,000     100
  task-decomposer        1.0    4,000   2,000     100

broken: 1 error, the first at 1:15: flow/stop-skipped
`);
});

test("an event that only a finding leads to is told in words of its own", () => {
  const wait = happened("wait", 80, 10, { targets: ["a"], timeoutMs: 100, timedOut: true, refused: null });
  const breaches = [breach([wait], 0, "team/short-wait", "the wait asks for 100 ms")];
  const text = renderSession(reportOn([wait], { breaches }), plain);
  expect(text).toContain(
    "\n  1:20  orchestrator waits for 1 agent, 0.1 s at most: in vain\n        warning: the wait asks",
  );
});

test("a session that followed its recipe to the end is clean", () => {
  const clean = renderSession({ ...report, breaches: [], next: [] }, plain);
  expect(clean.endsWith("\nclean: recipe-implement was followed to its end\n")).toBe(true);
});

test("a session under way says what comes next, and how many findings a baseline left out", () => {
  const clean = renderSession({ ...report, breaches: [], next: ["stop batch-approval", "quality-fixer"] }, plain, 2);
  expect(clean.trimEnd().split("\n").at(-1)).toBe(
    "clean: recipe-implement was followed so far; next: stop batch-approval, or quality-fixer; 2 known findings left out",
  );
});

test("where the flow stands is said beside findings, too", () => {
  const text = renderSession({ ...report, next: ["stop batch-approval"] }, plain);
  expect(text).toMatch(/\n\nthe flow waits for stop batch-approval\nbroken: .*\n$/);
});

test("warnings alone do not break a session", () => {
  const warned = { ...report, breaches: [breach(events, 1, "team/short-wait", "a wait of 1 s")] };
  expect(renderSession(warned, plain)).toContain("\nwarned: 1 warning, the first at 1:15: team/short-wait\n");
});

test("what was refused is said to have been tried only", () => {
  const stopped = { ...report, breaches: [{ ...stopSkipped, stopped: true }] };
  expect(renderSession(stopped, plain)).toContain("stopped: it was refused: it was tried, and did not happen\n");
});

test("a session without a recipe is one line", () => {
  const free = { ...report, recipe: null, story: [], stops: [], breaches: [] };
  expect(renderSession(free, plain)).toBe(
    "session 01a1fbfc-9141-7fc3-b7ad-5c7db7524451 (sessions/rollout-root.jsonl): no recipe was invoked: nothing is held against this session\n",
  );
});

test("notes about the files are told, the first few of many", () => {
  const notes = Array.from({ length: 7 }, (_, index) => ({
    where: { file: rootFile, line: index + 1 },
    note: "this line is torn",
  }));
  const text = renderSession({ ...report, timeline: { ...report.timeline, notes } }, plain);
  expect(text).toContain("about the files\n  sessions/rollout-root.jsonl:1: this line is torn\n");
  expect(text).toContain("  2 more notes\n");
});

test("a session's own texts cannot forge lines or write to the terminal", () => {
  const evil = "x\n  9:99  error: forged\u001b[2J\u202e";
  const hostile = {
    ...report,
    story: [{ event: 0, words: evil }],
    stops: report.stops.map((stop) => ({ ...stop, stop: evil })),
    breaches: [breach(events, 1, "flow/stop-skipped", evil, { hint: evil })],
    timeline: { ...report.timeline, session: evil, threads: [thread("root", null, 0, 9), thread("b", evil, 1, 2)] },
  };
  const text = renderSession(hostile, plain);
  expect(text).not.toMatch(/[\u001b\u202e]/);
  expect(text.split("\n").filter((line) => line.startsWith("  9:99"))).toEqual([]);
});

test("a text of a megabyte is cut", () => {
  const message = `"${"x".repeat(1_000_000)}" is not an agent of the flow`;
  const text = renderSession({ ...report, breaches: [breach(events, 1, "flow/foreign-agent", message)] }, plain);
  expect(text.length).toBeLessThan(5_000);
  expect(text).toContain("xxx… [flow/foreign-agent]\n");
});

test("on a terminal the same words are coloured", () => {
  const text = renderSession(report, coloured);
  expect(text).toContain("\u001b[31m");
  expect(text.replaceAll(/\u001b\[\d+m/g, "")).toBe(renderSession(report, plain));
});
