import { expect, test } from "vitest";
import { found } from "../support/audited.ts";
import {
  analyzed,
  decided,
  decomposed,
  designed,
  mediumRun,
  planned,
  specified,
  task,
  verified,
} from "../support/runs.ts";
import { answer, type Passage, person, spawn, step, turnEnded } from "../support/story.ts";

const large = analyzed({ scale: "large", adrRequired: true, adrReason: "The clock becomes a dependency" });
const revise = { verdict: { decision: "needs_revision" } };
const failing = { summary: { status: "inconsistent", consistencyScore: 40 } };

test.each<[string, Passage]>([
  ['flow/foreign-agent: "explorer" is not an agent of the flow', [analyzed(), step("explorer")]],
  ['flow/foreign-agent: "default" is not an agent of the flow', [analyzed(), spawn(null)]],
  [
    'flow/wrong-layer: "technical-designer-frontend" works on the frontend',
    [analyzed(), step("codebase-analyzer"), step("technical-designer-frontend")],
  ],
  [
    'flow/stop-skipped: "codebase-analyzer" starts at the stop point "requirements"',
    [step("requirement-analyzer"), step("codebase-analyzer")],
  ],
  [
    'flow/stop-skipped: "technical-designer" starts at the stop point "prd-approval"',
    [large, step("prd-creator"), step("document-reviewer"), step("technical-designer")],
  ],
  [
    'flow/implementation-unapproved: "task-executor" starts before the plan is approved',
    [analyzed(), designed, step("acceptance-test-generator"), step("work-planner"), step("task-executor")],
  ],
  [
    'flow/out-of-order: "technical-designer" starts out of order; still owed: codebase-analyzer',
    [analyzed(), step("technical-designer")],
  ],
  [
    'flow/out-of-order: "codebase-analyzer" starts out of order; still owed: technical-designer (ADR), document-reviewer (ADR), stop adr-approval',
    [large, specified, step("codebase-analyzer")],
  ],
  [
    'flow/halt-ignored: "design-sync" starts over the answer "rejected"',
    [
      analyzed(),
      step("codebase-analyzer"),
      step("technical-designer"),
      step("code-verifier"),
      step("document-reviewer", { verdict: { decision: "rejected" } }),
      step("design-sync"),
    ],
  ],
  [
    'flow/passed-verifier-rerun: "security-reviewer" has passed and runs again',
    [
      analyzed(),
      designed,
      planned,
      decomposed(1),
      task,
      step("code-verifier", failing),
      step("security-reviewer"),
      step("task-executor"),
      step("quality-fixer"),
      step("security-reviewer"),
    ],
  ],
])("finds %s", async (words, events) => {
  const lines = await found(events);
  expect(lines).toEqual([expect.stringContaining(words)]);
});

test("one departure is told once when the session goes on from there", async () => {
  const events = [
    analyzed(),
    step("technical-designer"),
    step("code-verifier"),
    step("document-reviewer"),
    step("design-sync"),
  ];
  expect(await found(events, turnEnded("Do you approve the design?"), person("Yes."), planned)).toHaveLength(1);
});

test("work may go back to its author twice, and a third time only after a person's word", async () => {
  const round = [step("technical-designer"), step("code-verifier"), step("document-reviewer", revise)];
  const events = [analyzed(), step("codebase-analyzer"), round, round, round];
  expect(await found(events, step("technical-designer"))).toEqual([
    expect.stringContaining('flow/too-many-revisions: "technical-designer" starts after 2 revisions of the same work'),
  ]);
  expect(
    await found(
      events,
      turnEnded("It was sent back three times. Once more?"),
      person("Once more."),
      step("technical-designer"),
    ),
  ).toEqual([]);
});

test("an approval ends the count of revisions", async () => {
  const back = [step("technical-designer"), step("code-verifier"), step("document-reviewer", revise)];
  const conflicts = {
    summary: { sync_status: "CONFLICTS_FOUND" },
    conflicts: [
      {
        id: "C1",
        severity: "high",
        source_location: "a",
        source_value: "401",
        target_location: "b",
        target_value: "403",
        recommendation: "401",
      },
    ],
  };
  const agreed = [step("technical-designer"), step("code-verifier"), step("document-reviewer")];
  const events = [analyzed(), step("codebase-analyzer"), back, back, agreed, step("design-sync")];
  expect(await found(events, turnEnded("Do you approve the design?"), person("Yes."), planned)).toEqual([]);
  expect(
    await found(
      analyzed(),
      step("codebase-analyzer"),
      agreed,
      step("design-sync", conflicts),
      agreed,
      step("design-sync"),
    ),
  ).toEqual([]);
});

test("a whole large run holds to its flow through the PRD, the decision, the design", async () => {
  expect(await found(large, specified, decided, designed, planned, decomposed(1), task, verified)).toEqual([]);
});

test("an agent that died is started again", async () => {
  const events = [analyzed(), spawn("codebase-analyzer"), answer("codebase-analyzer")];
  expect(await found(events)).toEqual([]);
});

test("after its end a recipe is followed no more", async () => {
  expect(await found(mediumRun, step("explorer"))).toEqual([]);
});
