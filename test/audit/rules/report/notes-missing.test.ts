import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, decomposed, designed, planned, task } from "../../support/runs.ts";
import { answer, type Passage, person, spawn, step, turnEnded } from "../../support/story.ts";

const noted = {
  status: "approved_with_notes",
  findings: [],
  notes: "Signature comparison is not constant-time; no practical attack was found.",
};
const verified: Passage = [
  analyzed(),
  designed,
  planned,
  decomposed(1),
  task,
  step("code-verifier"),
  step("security-reviewer", noted),
];

test("finds a report without the note", async () => {
  expect(await found(verified, turnEnded("Expired tokens are refused; both verifiers passed."))).toEqual([
    expect.stringMatching(
      /^turn_ended :\d+ report\/notes-missing: the report leaves out a note of the security reviewer: "Signature comparison is not constant-time; no practical attack was found\."$/,
    ),
  ]);
});

test("finds it in a report that says nothing", async () => {
  expect(await found(verified, turnEnded(null))).toEqual([expect.stringContaining("report/notes-missing")]);
});

test.each([
  ["word for word", `Done. Note: ${noted.notes}`],
  [
    "in other words",
    "Done. The COMPARISON of signatures does not take constant time, though the reviewer found no attack: the Signature is checked twice.",
  ],
])("a report that carries the note %s is whole", async (_, message) => {
  expect(await found(verified, turnEnded(message))).toEqual([]);
});

test("says nothing where there are no notes", async () => {
  const plain = [analyzed(), designed, planned, decomposed(1), task, step("code-verifier"), step("security-reviewer")];
  expect(await found(plain, turnEnded("Expired tokens are refused."))).toEqual([]);
});

test("asks for the note in the report alone, not in a turn before or after it", async () => {
  const events = [analyzed(), designed, planned, decomposed(1), task];
  const before = [
    spawn("code-verifier"),
    spawn("security-reviewer"),
    answer("security-reviewer", noted),
    answer("code-verifier", { summary: { status: "needs_review", consistencyScore: 80 } }),
  ];
  expect(await found(events, before, turnEnded("The code does not match the design. Shall I fix it?"))).toEqual([]);
  expect(await found(verified, turnEnded(noted.notes), person("Thanks."), turnEnded("Gladly."))).toEqual([]);
});
