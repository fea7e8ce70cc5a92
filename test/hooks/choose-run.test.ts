import { expect, test } from "vitest";
import { chosenRun } from "../../src/hooks/events/choose-run.ts";

const choice = [
  { id: "wfr_one", goal: "Log each refusal." },
  { id: "wfr_two", goal: "Reject expired session tokens with a 401." },
  { id: "wfr_three", goal: "Reject revoked tokens." },
];

test.each([
  ["2", "wfr_two"],
  ["#2", "wfr_two"],
  ["number 2, please", "wfr_two"],
  ["2.", "wfr_two"],
  ["wfr_two", "wfr_two"],
  ["the second one", "wfr_two"],
  ["Second", "wfr_two"],
  ["2nd", "wfr_two"],
  ["die zweite", "wfr_two"],
  ["the second one, 2", "wfr_two"],
  ["The first, please.", "wfr_one"],
  ["no, the third", "wfr_three"],
  ["reject expired session tokens with a 401", "wfr_two"],
  ["LOG EACH REFUSAL", "wfr_one"],
  ["revoked tokens", "wfr_three"],
  ["Go on with: Log each refusal.", "wfr_one"],
])("%j chooses %s", (words, id) => {
  expect(chosenRun(words, choice)).toBe(id);
});

test.each([
  "What are they about?",
  "What is the second one about?",
  "the first or the second",
  "1 or 2",
  "4",
  "the ninth",
  "tokens",
  "wfr_one or wfr_two",
  "all",
  "",
  "No.",
])("%j chooses none", (words) => {
  expect(chosenRun(words, choice)).toBeUndefined();
});
