import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, decomposed, designed, planned, reported, task, verified } from "../../support/runs.ts";
import { aborted, addressed, answer, commit, person, saying, spawn, step, turnEnded } from "../../support/story.ts";

const approved = [analyzed(), designed, planned];
const done = turnEnded("All tasks are implemented and verified.");

test.each([
  ["nothing after the approval", [], "task-decomposer or work-planner"],
  ["the task's commit", [decomposed(1), step("task-executor"), step("quality-fixer")], "commit"],
  ["the quality check", [decomposed(1), step("task-executor")], "quality-fixer"],
  ["the second task", [decomposed(2), task], "task-executor"],
  ["the verifiers", [decomposed(1), task], "code-verifier or security-reviewer"],
  ["one verifier", [decomposed(1), task, step("code-verifier")], "security-reviewer"],
])("finds a report without %s", async (_, events, owed) => {
  expect(await found(approved, events, done)).toEqual([
    expect.stringMatching(new RegExp(`^turn_ended :\\d+ report/unproven: .* the flow still owes ${owed}$`)),
  ]);
});

test("finds a small change reported before it is committed", async () => {
  const plan = [analyzed({ scale: "small" }), turnEnded("I check it in verify.ts. May I?"), person("Yes.")];
  expect(await found(plan, step("quality-fixer"), done)).toEqual([
    expect.stringMatching(/report\/unproven: .* the flow still owes commit$/),
  ]);
});

test("says nothing about the report when all is there", async () => {
  expect(await found(approved, decomposed(1), task, verified, reported)).toEqual([]);
});

test.each([
  ["asks a person", 'The database is down, so the tests do not run.\n\nShall I wait? Say "go on" when it is up.'],
  ["asks in bold", "**Shall I go on with task 2?**"],
])("a turn that %s is no report", async (_, message) => {
  expect(await found(approved, decomposed(2), task, turnEnded(message))).toEqual([]);
});

test("a question further up does not make a report a question", async () => {
  const message = "Why did it fail? The clock was wrong.\n\nAll tasks are implemented.";
  expect(await found(approved, decomposed(2), task, turnEnded(message))).toHaveLength(1);
});

test.each(["What is the state?", "Stop here for today."])("a reply to %j is no report", async (words) => {
  expect(
    await found(approved, decomposed(2), task, aborted(), person(words), turnEnded("One of two tasks is done.")),
  ).toEqual([]);
});

test("a turn that says nothing, and one that is cut off, claim nothing", async () => {
  expect(await found(approved, decomposed(2), task, turnEnded(null))).toEqual([]);
  expect(await found(approved, decomposed(2), task, aborted())).toEqual([]);
});

test("an answer that puts the work before a person ends the turn", async () => {
  const escalated = {
    status: "escalation_needed",
    escalation_type: "design_compliance_violation",
    reason: "The design names a column that does not exist",
  };
  expect(
    await found(
      approved,
      decomposed(1),
      step("task-executor", escalated),
      turnEnded("The design names a column that does not exist."),
    ),
  ).toEqual([]);
});

test("leaves agents at work and malformed answers to the rules about them", async () => {
  expect(await found(approved, decomposed(1), spawn("task-executor"), done)).toEqual([
    expect.stringContaining("team/left-running"),
  ]);
  expect(await found(approved, decomposed(1), spawn("task-executor"), saying("task-executor", "done"), done)).toEqual([
    expect.stringContaining("answer/breaks-schema"),
  ]);
});

test("leaves a verifier that failed to the rule about it, also while its fix is at work", async () => {
  const failing = { summary: { status: "inconsistent", consistencyScore: 40 } };
  const failed = [
    spawn("code-verifier"),
    spawn("security-reviewer"),
    answer("code-verifier", failing),
    answer("security-reviewer"),
  ];
  const events = [approved, decomposed(1), task, failed];
  expect(await found(events, done)).toEqual([expect.stringContaining("flow/failed-verifier-not-rerun")]);
  expect(await found(events, spawn("task-executor"), done)).toEqual([expect.stringContaining("team/left-running")]);
  const fixed = [
    addressed("task-executor"),
    answer("task-executor"),
    step("quality-fixer"),
    commit("src/session/verify.ts"),
  ];
  expect(await found(events, fixed, done)).toEqual([expect.stringContaining("flow/failed-verifier-not-rerun")]);
});
