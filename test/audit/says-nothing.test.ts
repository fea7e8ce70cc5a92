import { expect, test } from "vitest";
import { saysNothing } from "../../src/audit/says-nothing.ts";

test.each([
  "",
  "$recipe-implement",
  "continue",
  "Continue!",
  "weiter",
  "mach bitte weiter",
  "resume",
  "resume the run, please",
  "go on please",
  "Go ahead and continue with it",
  "pick up where you left off",
  "yes",
  "Please $recipe-implement",
  "proceed",
  "ok",
])("%j asks for nothing of its own", (words) => {
  expect(saysNothing(words)).toBe(true);
});

test.each([
  "Continue the export where the upload failed",
  "Log each refusal.",
  "ok, log each refusal",
  "Resume downloads",
  "no",
  "Never mind.",
  "今すぐ続ける",
])("%j asks for something", (words) => {
  expect(saysNothing(words)).toBe(false);
});
