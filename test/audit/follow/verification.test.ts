import { expect, test } from "vitest";
import { audited, found } from "../support/audited.ts";
import { analyzed, decomposed, designed, planned, reported, task } from "../support/runs.ts";
import { addressed, answer, commit, type Passage, person, spawn, step, turnEnded } from "../support/story.ts";

const implemented: Passage = [analyzed(), designed, planned, decomposed(1), task];
const failing = { summary: { status: "inconsistent", consistencyScore: 40 } };
const fixed: Passage = [step("task-executor"), step("quality-fixer"), commit("src/session/verify.ts")];
const [code, security] = ["code-verifier", "security-reviewer"];

test.each<[string, Passage]>([
  ["one after the other", [step(code), step(security)]],
  ["one after the other, the second first", [step(security), step(code)]],
  ["side by side", [spawn(code), spawn(security), answer(code), answer(security)]],
  ["side by side, answering crosswise", [spawn(code), spawn(security), answer(security), answer(code)]],
  ["side by side, started crosswise", [spawn(security), spawn(code), answer(code), answer(security)]],
])("the final verifiers may run %s", async (_, verifying) => {
  expect(await found(implemented, verifying, reported)).toEqual([]);
  expect((await audited(implemented, verifying)).next).toEqual(["completion report"]);
});

test.each<[string, Passage]>([
  ["first", [step(code, failing), step(security)]],
  ["second", [step(security), step(code, failing)]],
])("the verifier that failed %s is fixed and runs again, alone", async (_, verifying) => {
  expect(await found(implemented, verifying, fixed, step(code), reported)).toEqual([]);
  expect((await audited(implemented, verifying, fixed)).next).toEqual([code]);
});

test("both run again when both failed", async () => {
  const unsafe = { status: "needs_revision", notes: null, requiredFixes: ["Compare in constant time"] };
  const both = [step(code, failing), step(security, unsafe)];
  expect((await audited(implemented, both, fixed)).next).toEqual([code, security]);
  expect(await found(implemented, both, fixed, step(security), step(code), reported)).toEqual([]);
});

test("the same executor and the same verifier may be asked again", async () => {
  const again = [
    addressed("task-executor"),
    answer("task-executor"),
    step("quality-fixer"),
    commit("src/session/verify.ts"),
  ];
  const events = [implemented, step(code, failing), step(security), again, addressed(code), answer(code)];
  expect(await found(events, reported)).toEqual([]);
});

test.each(["task-executor", "code-verifier"])(
  "after one fix that left it failing, %s waits for a person",
  async (next) => {
    const events = [implemented, step(code, failing), step(security), fixed, step(code, failing)];
    expect(await found(events, spawn(next))).toEqual([
      expect.stringContaining(`flow/too-many-fix-cycles: "${next}" starts after 1 fix cycle`),
    ]);
  },
);

test("a person may let it be, and the report ends the run", async () => {
  const events = [implemented, step(code, failing), step(security), fixed, step(code, failing)];
  const asked = [turnEnded("The code still answers 403. Shall I leave it?"), person("Leave it.")];
  expect(await found(events, asked, reported)).toEqual([]);
  expect((await audited(events, asked, reported)).next).toEqual([]);
});

test("a person may have it fixed once more", async () => {
  const events = [implemented, step(code, failing), step(security), fixed, step(code, failing)];
  const asked = [turnEnded("The code still answers 403. Shall I try again?"), person("Yes, try again.")];
  expect(await found(events, asked, fixed, step(code), reported)).toEqual([]);
});

test("the report waits for the fix's commit", async () => {
  const events = [implemented, step(code, failing), step(security), step("task-executor"), step("quality-fixer")];
  expect((await audited(events)).next).toEqual(["commit of the fix"]);
  expect(await found(events, step(code))).toEqual([expect.stringContaining("flow/out-of-order")]);
});
