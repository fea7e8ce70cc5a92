import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, decomposed, designed, planned, reported, task } from "../../support/runs.ts";
import { aborted, addressed, answer, close, dying, person, spawn, step, turnEnded } from "../../support/story.ts";

test("finds a turn that ends while an agent runs, whatever it says", async () => {
  expect(await found(spawn("requirement-analyzer"), turnEnded("I wait for the analysis. Anything to add?"))).toEqual([
    'turn_ended :4 team/left-running: the turn ends while "requirement-analyzer" is running',
  ]);
});

test("finds a report that does not wait for both verifiers", async () => {
  const verifying = [spawn("code-verifier"), spawn("security-reviewer"), answer("code-verifier")];
  expect(await found(analyzed(), designed, planned, decomposed(1), task, verifying, reported)).toEqual([
    expect.stringMatching(/team\/left-running: the turn ends while "security-reviewer" is running$/),
  ]);
});

test("names every agent that runs", async () => {
  const two = [spawn("code-verifier"), spawn("security-reviewer")];
  expect(await found(analyzed(), designed, planned, decomposed(1), task, two, reported)).toEqual([
    expect.stringMatching(/while "code-verifier", "security-reviewer" are running$/),
  ]);
});

test("an agent given another task is waited for again", async () => {
  const events = [
    analyzed(),
    step("codebase-analyzer"),
    addressed("codebase-analyzer"),
    turnEnded("One more question is open?"),
  ];
  expect(await found(events)).toEqual([expect.stringContaining('"codebase-analyzer" is running')]);
});

test("an agent that is left running is told of once, and again when it is asked again", async () => {
  const left = [spawn("requirement-analyzer"), turnEnded("It runs."), person("And now?"), turnEnded("Still.")];
  expect(await found(left)).toEqual([expect.stringContaining("turn_ended :4 team/left-running")]);
  expect(await found(left, addressed("requirement-analyzer"), turnEnded("Still."))).toHaveLength(2);
});

test.each([
  ["answers", answer("requirement-analyzer")],
  ["dies", dying("requirement-analyzer")],
  ["is closed because a person asked", [person("Stop that."), close("requirement-analyzer")]],
])("says nothing when the agent %s first", async (_, ending) => {
  expect(await found(spawn("requirement-analyzer"), ending, turnEnded("Shall I go on?"))).toEqual([]);
});

test("a turn that is cut off was not ended by the model", async () => {
  expect(await found(spawn("requirement-analyzer"), aborted())).toEqual([]);
});

test("an agent that never came to be is not waited for", async () => {
  expect(
    await found(
      spawn("requirement-analyzer", { refused: "agent thread limit reached" }),
      turnEnded("Shall I try again?"),
    ),
  ).toEqual([]);
});
