import { expect, test } from "vitest";
import { audited, found } from "../../support/audited.ts";
import { analyzed, decomposed, designed, planned, task } from "../../support/runs.ts";
import {
  aborted,
  addressed,
  answer,
  command,
  commit,
  dying,
  saying,
  sentOn,
  spawn,
  step,
  turnEnded,
} from "../../support/story.ts";

const incomplete = JSON.stringify({ scale: "medium", confidence: "confirmed" });
const finding =
  'answer of requirement-analyzer :4 answer/breaks-schema: what "requirement-analyzer" answers does not fit its schema; response/missing-field: "affectedLayers" is missing; response/missing-field: "adrRequired" is missing; 2 more';

test("finds an answer that breaks its schema when the turn ends on it, and points at the answer", async () => {
  expect(
    await found(spawn("requirement-analyzer"), saying("requirement-analyzer", incomplete), turnEnded("Shall I go on?")),
  ).toEqual([finding]);
});

test("finds prose in the place of an answer", async () => {
  expect(
    await found(
      analyzed(),
      spawn("codebase-analyzer"),
      saying("codebase-analyzer", "All is well."),
      spawn("technical-designer"),
      answer("technical-designer"),
    ),
  ).toEqual([
    'answer of codebase-analyzer :8 answer/breaks-schema: what "codebase-analyzer" answers does not fit its schema; response/no-json: the answer holds no JSON object',
  ]);
});

test("finds it when a commit is built on it", async () => {
  const approved = { checksPerformed: "all" };
  const events = [analyzed(), designed, planned, step("task-decomposer"), commit("docs/plans/session-expiry-plan.md")];
  expect(
    await found(events, step("task-executor"), step("quality-fixer", approved), commit("src/session/verify.ts")),
  ).toEqual([expect.stringMatching(/^answer of quality-fixer :\d+ answer\/breaks-schema: .*"checksPerformed"/)]);
});

test("finds it once, whatever else is built on it", async () => {
  const broken = saying("codebase-analyzer", "{}");
  const events = [analyzed(), spawn("codebase-analyzer"), broken, step("technical-designer"), step("code-verifier")];
  expect((await found(events)).filter((line) => line.includes("answer/"))).toHaveLength(1);
});

test.each([
  ["the same agent is given the findings", addressed("requirement-analyzer")],
  ["another of its type is spawned", spawn("requirement-analyzer")],
])("says nothing when %s and answers well", async (_, again) => {
  const events = [spawn("requirement-analyzer"), saying("requirement-analyzer", incomplete), again];
  expect(await found(events, answer("requirement-analyzer"), turnEnded("Is this what you want?"))).toEqual([]);
});

test("finds the second answer when that is as bad as the first", async () => {
  const events = [spawn("requirement-analyzer"), saying("requirement-analyzer", incomplete)];
  const again = [addressed("requirement-analyzer"), saying("requirement-analyzer", "I am done.")];
  expect(await found(events, again, turnEnded("Is this what you want?"))).toEqual([
    'answer of requirement-analyzer :6 answer/breaks-schema: what "requirement-analyzer" answers does not fit its schema; response/no-json: the answer holds no JSON object',
  ]);
});

test("two bad answers of verifiers that ran side by side are given back one after the other", async () => {
  const events = [analyzed(), designed, planned, decomposed(1), task];
  const verifiers = [
    spawn("code-verifier"),
    spawn("security-reviewer"),
    saying("code-verifier", "ok"),
    saying("security-reviewer", "ok"),
  ];
  const again = [
    addressed("code-verifier"),
    addressed("security-reviewer"),
    answer("security-reviewer"),
    answer("code-verifier"),
  ];
  expect(await found(events, verifiers, again, turnEnded("Done."))).toEqual([]);
});

test("what a hook sent back, a turn that is cut off and an agent that dies are no answers", async () => {
  expect(
    await found(
      spawn("requirement-analyzer"),
      sentOn("requirement-analyzer", "no JSON"),
      answer("requirement-analyzer"),
      turnEnded("Is this right?"),
    ),
  ).toEqual([]);
  expect(await found(spawn("requirement-analyzer"), saying("requirement-analyzer", incomplete), aborted())).toEqual([]);
  expect(
    await found(spawn("requirement-analyzer"), dying("requirement-analyzer"), turnEnded("It died. Once more?")),
  ).toEqual([]);
});

test("an agent that has answered its step may answer a question in any form", async () => {
  const question = addressed("codebase-analyzer", { prompt: "Which clock does verifyToken read?" });
  const events = [analyzed(), step("codebase-analyzer"), question, saying("codebase-analyzer", "The system's.")];
  expect(await found(events, step("technical-designer"))).toEqual([]);
});

test("looking at the work tree builds on nothing, and is no reason to speak", async () => {
  const looks = [command("git status"), command("git log --grep=commit")];
  const events = [spawn("requirement-analyzer"), saying("requirement-analyzer", incomplete), looks];
  expect(await found(events)).toEqual([]);
  expect(await found(events, turnEnded())).toEqual([finding]);
});

test("what was refused builds on nothing, nor does a note to another agent", async () => {
  const events = [spawn("requirement-analyzer"), saying("requirement-analyzer", incomplete)];
  const tried = [
    spawn("codebase-analyzer", { refused: "the stop is not open" }),
    addressed("codebase-analyzer", { as: "note" }),
  ];
  expect(await found(events, tried, addressed("requirement-analyzer"), answer("requirement-analyzer"))).toEqual([
    expect.stringMatching(/^stopped spawn :5 flow\/stop-skipped/),
  ]);
});

test("says where the answer goes, and when a person decides instead", async () => {
  const { breaches } = await audited(spawn("requirement-analyzer"), saying("requirement-analyzer", "{}"), turnEnded());
  expect(breaches.map(({ diagnostic }) => diagnostic.hint)).toEqual([
    "send this back to requirement-analyzer; after 2 attempts put it before the person; use nothing of the answer before",
  ]);
});
