import { expect, test } from "vitest";
import { audited, found } from "../support/audited.ts";
import { analyzed, decided, decomposed, designed, planned, task, verified } from "../support/runs.ts";
import { addressed, answer, close, commit, dying, person, saying, spawn, step, turnEnded } from "../support/story.ts";

const flowOnly = (lines: readonly string[]): string[] => lines.filter((line) => line.includes(" flow/"));

test("an answer that cannot be read may lead anywhere its step does", async () => {
  const unread = [spawn("requirement-analyzer"), saying("requirement-analyzer", "It is a medium change.")];
  const events = [unread, turnEnded("Is this what you want?"), person("Yes.")];
  expect((await audited(events)).next).toEqual(
    expect.arrayContaining(["codebase-analyzer", "prd-creator", "stop batch-approval", "requirement-analyzer"]),
  );
  expect(flowOnly(await found(events, designed, planned, decomposed(1), task, verified))).toEqual([]);
});

test("where the number of tasks cannot be read, any number fits", async () => {
  const unread = [spawn("task-decomposer"), saying("task-decomposer", "Some tasks."), commit("docs/plans/tasks")];
  const events = [analyzed(), designed, planned, unread];
  for (const tasks of [[task], [task, task], [task, task, task]])
    expect(flowOnly(await found(events, tasks, verified))).toEqual([]);
});

test("what happens later decides between the ways that fitted", async () => {
  const unread = [spawn("requirement-analyzer"), saying("requirement-analyzer", "It needs a decision.")];
  const events = [unread, turnEnded("Is this what you want?"), person("Yes."), step("prd-creator")];
  expect((await audited(events)).next).toEqual(["document-reviewer"]);
  expect(
    flowOnly(await found(events, step("document-reviewer"), turnEnded("Approved?"), person("Yes."), decided)),
  ).toEqual([]);
});

test.each([
  ["dies", dying("codebase-analyzer")],
  ["is closed", close("codebase-analyzer", { was: "unknown" })],
])("the step of an agent that %s can be done again, and is owed until it is", async (_, ending) => {
  const events = [analyzed(), spawn("codebase-analyzer"), person("It hangs."), ending];
  expect((await audited(events)).next).toContain("codebase-analyzer");
  expect(await found(events, step("codebase-analyzer"), step("technical-designer"))).toEqual([]);
  expect(
    await found(events, addressed("codebase-analyzer"), answer("codebase-analyzer"), step("technical-designer")),
  ).toEqual([]);
  expect(await found(events, step("technical-designer"))).toEqual([expect.stringContaining("flow/out-of-order")]);
});

test("an agent that is closed because its start left the flow leaves nothing behind", async () => {
  const events = [analyzed(), spawn("technical-designer"), close("technical-designer")];
  expect((await audited(events)).next).toEqual(["codebase-analyzer", "requirement-analyzer"]);
  expect(await found(events, designed, planned)).toEqual([expect.stringMatching(/^spawn :7 flow\/out-of-order/)]);
});

test("a spawn that was refused did not happen, but was tried", async () => {
  const events = [step("requirement-analyzer"), spawn("codebase-analyzer", { refused: "the stop is not open" })];
  expect((await audited(events)).next).toEqual(["stop requirements"]);
  expect(await found(events, turnEnded("Is this what you want?"), person("Yes."), designed)).toEqual([
    expect.stringMatching(/^stopped spawn :5 flow\/stop-skipped/),
  ]);
});
