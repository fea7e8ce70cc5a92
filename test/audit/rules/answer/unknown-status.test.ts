import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, designed } from "../../support/runs.ts";
import { answer, answerText, saying, spawn, step, turnEnded } from "../../support/story.ts";

test("finds a status the contract does not know, with those it knows", async () => {
  expect(
    await found(
      analyzed(),
      step("codebase-analyzer"),
      step("technical-designer", { status: "done" }),
      step("code-verifier"),
    ),
  ).toEqual([
    'answer of technical-designer :10 answer/unknown-status: "technical-designer" answers with a status the contract does not know; "status" is "done", not one of "completed", "escalation_needed"',
  ]);
});

test("looks at the field that decides, wherever that is", async () => {
  const review = { verdict: { decision: "fine" } };
  expect(
    await found(
      analyzed(),
      step("codebase-analyzer"),
      step("technical-designer"),
      step("code-verifier"),
      step("document-reviewer", review),
      step("design-sync"),
    ),
  ).toEqual([
    expect.stringContaining(
      'answer/unknown-status: "document-reviewer" answers with a status the contract does not know; "verdict.decision" is "fine"',
    ),
  ]);
});

test("an unknown value of another field breaks the schema only", async () => {
  const lines = await found(
    spawn("requirement-analyzer"),
    answer("requirement-analyzer", { scale: "huge" }),
    turnEnded("Is this right?"),
  );
  expect(lines).toEqual([expect.stringContaining('answer/breaks-schema: what "requirement-analyzer" answers')]);
});

test("every status of the contract is known", async () => {
  const escalated = { status: "escalation_needed", path: null, reason: "Two clocks are in use; which one counts?" };
  expect(
    await found(
      analyzed(),
      designed,
      step("acceptance-test-generator", { ...escalated, generatedFiles: null, e2eAbsenceReason: null }),
      turnEnded("Which clock counts?"),
    ),
  ).toEqual([]);
});

test("an unknown status with prose around it is neither one nor the other: it breaks the schema", async () => {
  const text = `Done: ${answerText("technical-designer", { status: "done" })}`;
  const events = [
    analyzed(),
    step("codebase-analyzer"),
    spawn("technical-designer"),
    saying("technical-designer", text),
  ];
  expect(await found(events, step("code-verifier"))).toEqual([expect.stringContaining("answer/breaks-schema")]);
});
