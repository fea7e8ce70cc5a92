import { expect, test } from "vitest";
import { clearlyRefuses } from "../../src/audit/clearly-refuses.ts";

test.each([
  "No.",
  "no",
  "Nope",
  "Stop.",
  "STOP!",
  "Cancel",
  "Reject",
  "Not yet.",
  "No, rework section 2",
  "No. Start over.",
  "No that is wrong",
  "No — use a 403 instead.",
  "No, it is not fine.",
  "No, don't go on.",
  "No, rework section 2 before you go on",
  "Not approved.",
  "This is not approved.",
  "I don't approve.",
  "I don’t approve of it",
  "Don't.",
  "Do not proceed.",
  "Don't go on yet",
  "Not like this.",
  "I don't want this.",
  "Stop here for today.",
  "Nein.",
  "Nein, noch nicht.",
  "Noch nicht.",
  '"No."',
  "$recipe-implement No.",
  "rejected: go on with a 403",
])("%s refuses", (words) => {
  expect(clearlyRefuses(words)).toBe(true);
});

test.each([
  "No problem, continue.",
  "No objections.",
  "No questions from my side, go ahead.",
  "No changes needed, approved.",
  "No need to ask, it's fine.",
  "No worries",
  "No further remarks",
  "Stop asking, just go.",
  "Don't worry about performance. Go ahead.",
  "No, that is all. Go on.",
  "No, that's fine.",
  "No. Go on.",
  "Do not forget the docs. Approved.",
  "Cancel the retries; the rest is approved.",
  "Cancel the retries when the token is refused",
  "Reject with 401, yes, go on",
  "Reject expired tokens with a 401.",
  "Nein, alles gut. Weiter.",
  "Nothing to add.",
  "Don't build the index twice.",
  "Not approved users get a 403.",
  "No longer accept expired tokens.",
  "Stop accepting expired tokens.",
  "Not only new ones, all of them",
  "Northern users first",
  "Yes.",
  "",
])("%s refuses nothing", (words) => {
  expect(clearlyRefuses(words)).toBe(false);
});

test("a no with more words may answer another question that was asked", () => {
  expect(clearlyRefuses("no, only new ones", true)).toBe(false);
  expect(clearlyRefuses("No. The old ones stay.", true)).toBe(false);
  expect(clearlyRefuses("No.", true)).toBe(true);
  expect(clearlyRefuses("No. Start over.", true)).toBe(true);
  expect(clearlyRefuses("No, only new ones")).toBe(true);
});
