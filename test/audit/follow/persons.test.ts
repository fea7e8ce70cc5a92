import { expect, test } from "vitest";
import { audited, found } from "../support/audited.ts";
import { analyzed, decomposed, designed, mediumRun, planned, smallRun, task } from "../support/runs.ts";
import {
  aborted,
  addressed,
  answer,
  changed,
  close,
  commit,
  invoked,
  person,
  spawn,
  step,
  turnEnded,
} from "../support/story.ts";

const asked = [step("requirement-analyzer"), turnEnded("Is this what you want, at this scale?")];
const conditions = {
  verdict: { decision: "approved_with_conditions", conditions: ["State the clock skew tolerated"] },
};

test("what a person answers at a stop may send the work on or back", async () => {
  const { next } = await audited(asked, person("Refresh tokens have to expire too."));
  expect(next).toEqual(["codebase-analyzer", "requirement-analyzer"]);
});

test("a clear no sends it back only", async () => {
  expect(await found(asked, person("No, only the login."), step("codebase-analyzer"))).toEqual([
    expect.stringContaining("flow/out-of-order"),
  ]);
  expect(await found(asked, person("No, only the login."), step("requirement-analyzer"))).toEqual([]);
});

test("what is denied after a refusal says that the person refused", async () => {
  expect(await found(asked, person("No, only the login."), spawn("codebase-analyzer"))).toEqual([
    expect.stringMatching(/; the person refused: "No, only the login."$/),
  ]);
  expect(await found(asked, person("No."), changed(["src/a.ts"]))).toEqual([
    expect.stringMatching(/is changed before the plan is approved; the person refused: "No."$/),
  ]);
  // Once the work has gone back, the words are dealt with.
  expect(await found(asked, person("No."), spawn("requirement-analyzer"), spawn("codebase-analyzer"))).toEqual([
    expect.not.stringContaining("refused"),
  ]);
});

test.each([
  "No problem, continue.",
  "No questions from my side, go ahead.",
  "Stop asking, just go.",
  "No, that is all. Go on.",
  "Do not forget the docs. Approved.",
])("a yes that begins like a no is one: %s", async (words) => {
  expect(await found(asked, person(words), step("codebase-analyzer"))).toEqual([]);
});

test("a no to a question of the analysis is no refusal of the analysis", async () => {
  const questions = [{ category: "boundary", question: "All tokens?" }];
  const open = [step("requirement-analyzer", { questions }), turnEnded("All tokens? And is this what you want?")];
  expect(await found(open, person("no, only new ones"), step("codebase-analyzer"))).toEqual([]);
  expect(await found(open, person("No."), step("codebase-analyzer"))).toEqual([
    expect.stringContaining("flow/out-of-order"),
  ]);
});

test("a person who drops the work ends the flow", async () => {
  const after = [person("Please fix the typo in src/a.ts."), changed(["src/a.ts"]), turnEnded("The typo is fixed.")];
  expect(await found(asked, person("Cancel. Forget about this."), turnEnded("It is dropped."), after)).toEqual([]);
  const { next, stops } = await audited(asked, person("Forget it."), after);
  expect(next).toEqual([]);
  expect(stops).toMatchObject([{ stop: "requirements", answered: { words: "Forget it." } }]);
  expect((await found(asked, person("No."), after))[0]).toContain("flow/implementation-unapproved");
});

test("a person who wants nothing of the recipe they named is held to nothing", async () => {
  const named = [person("$recipe-implement"), invoked(), turnEnded("What do you want done?")];
  const after = [person("Please fix the typo."), changed(["src/a.ts"]), turnEnded("The typo is fixed.")];
  expect(await found(person("Forget it."), named, person("No."), after)).toEqual([]);
});

test("what a person invokes after they dropped the work begins anew", async () => {
  const again = [person("$recipe-implement Log each refusal."), invoked()];
  const running = [analyzed(), step("codebase-analyzer"), spawn("technical-designer"), aborted()];
  expect(await found(running, person("Abort."), turnEnded("Aborted."), again, mediumRun)).toEqual([]);
  expect(await found(running, person("Abort."), again, step("codebase-analyzer"))).toEqual([
    expect.stringContaining("flow/out-of-order"),
  ]);
});

test("a message before the stop does not open it", async () => {
  const events = [spawn("requirement-analyzer"), person("Be quick."), answer("requirement-analyzer")];
  expect(await found(events, step("codebase-analyzer"))).toEqual([expect.stringContaining("flow/stop-skipped")]);
});

test("each message opens one stop, not the one behind it", async () => {
  const events = [analyzed(), designed, step("acceptance-test-generator"), step("work-planner")];
  expect(await found(events, step("task-decomposer"))).toEqual([
    expect.stringContaining('at the stop point "batch-approval"'),
  ]);
});

test("a question at the stop, and its answer, do not close it again", async () => {
  const talk = [person("How many files?"), turnEnded("Three. Is this what you want?"), person("Yes.")];
  expect(await found(asked, talk, step("codebase-analyzer"))).toEqual([]);
});

test.each([
  ["spawned once more", [spawn("requirement-analyzer"), answer("requirement-analyzer")]],
  ["given another task", [addressed("requirement-analyzer"), answer("requirement-analyzer")]],
])("a person's new words may lead back to the start, whose agent is %s", async (_, again) => {
  const events = [analyzed(), step("codebase-analyzer"), spawn("technical-designer"), aborted()];
  const changes = [person("Refresh tokens have to expire too."), close("technical-designer"), again];
  const answers = [turnEnded("It is five files now. Is this what you want?"), person("Yes.")];
  expect(await found(events, changes, answers, designed, planned, decomposed(1), task)).toEqual([]);
});

test("without new words there is no way back to the start", async () => {
  const events = [spawn("requirement-analyzer"), person("Be quick."), answer("requirement-analyzer")];
  expect(await found(events, turnEnded("Is this right?"), person("Yes."), step("codebase-analyzer"))).toEqual([]);
  expect(
    await found(analyzed(), step("codebase-analyzer"), step("requirement-analyzer"), step("requirement-analyzer")),
  ).toEqual([expect.stringMatching(/^spawn :11 flow\/out-of-order/)]);
});

test("an answer that escalates waits for a person, who may have it done again or let it go on", async () => {
  const reason = {
    status: "escalation_needed",
    escalation_type: "design_compliance_violation",
    reason: "No such column",
  };
  const events = [analyzed(), designed, planned, decomposed(1), step("task-executor", reason)];
  const decided = [turnEnded("The design names a column that does not exist."), person("Add the column.")];
  expect(await found(events, step("quality-fixer"))).toEqual([
    expect.stringContaining('flow/halt-ignored: "quality-fixer" starts over the answer "escalation_needed"'),
  ]);
  expect(await found(events, decided, task)).toEqual([]);
  expect(await found(events, decided, step("quality-fixer"), commit("src/session/verify.ts"))).toEqual([]);
});

test("a designer may be asked to settle a condition before the flow goes on, and not without one", async () => {
  const review = [step("code-verifier"), step("document-reviewer", conditions)];
  const before = [analyzed(), step("codebase-analyzer"), step("technical-designer"), review];
  const settled = [spawn("technical-designer"), answer("technical-designer"), step("design-sync")];
  expect((await found(before, settled)).filter((line) => line.includes("flow/"))).toEqual([]);
  const plain = [analyzed(), step("codebase-analyzer"), step("technical-designer"), step("code-verifier")];
  expect(await found(plain, step("document-reviewer"), settled)).toEqual([
    expect.stringContaining("flow/out-of-order"),
    expect.stringContaining("flow/out-of-order"),
  ]);
});

test("an agent may be asked something at any time", async () => {
  const question = [addressed("codebase-analyzer"), answer("codebase-analyzer")];
  expect(
    await found(analyzed(), step("codebase-analyzer"), step("technical-designer"), question, step("code-verifier")),
  ).toEqual([]);
});

test("a small change is planned and made by the session itself, and only checked by an agent", async () => {
  expect((await audited(analyzed({ scale: "small" }))).next).toEqual(["stop batch-approval", "requirement-analyzer"]);
  expect(await found(smallRun)).toEqual([]);
  expect(await found(analyzed({ scale: "small" }), changed(["src/session/verify.ts"]))).toEqual([
    expect.stringContaining("flow/implementation-unapproved"),
  ]);
});
