import { expect, test } from "vitest";
import { clearlyDrops } from "../../src/audit/clearly-drops.ts";

test.each([
  "Cancel. Forget about this.",
  "Cancel.",
  "cancel it",
  "Please cancel the run.",
  "Forget it.",
  "No, forget it.",
  "Forget about this",
  "Drop it, please.",
  "Abort!",
  "Never mind.",
  "nevermind, thanks",
  "Never mind, I'll do it myself.",
  "Vergiss es.",
  "$recipe-implement cancel it",
  "Cancel it. Please fix the typo in src/a.ts.",
])("%s drops the work", (words) => {
  expect(clearlyDrops(words)).toBe(true);
});

test.each([
  "No.",
  "Stop.",
  "Nein.",
  "Not yet.",
  "No, rework section 2",
  "Cancel the retries; the rest is approved.",
  "Cancel the order when its payment fails.",
  "Never mind the typo, go on.",
  "Never mind. Use Redis for the sessions.",
  "Forget it, use Redis instead.",
  "Cancel it. Use Redis instead.",
  "Cancel that. Go on with the first plan.",
  "Do not forget the docs. Approved.",
  "Drop the cookie table.",
  "Abort the transaction on a conflict",
  "Yes.",
  "",
])("%s does not", (words) => {
  expect(clearlyDrops(words)).toBe(false);
});
