import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { answer, spawn, turnEnded, wait } from "../../support/story.ts";

test("finds each wait below what Codex makes of it", async () => {
  const waits = [wait({ timeoutMs: 1_000, timedOut: true }), wait({ timeoutMs: 9_999 })];
  expect(
    await found(spawn("requirement-analyzer"), waits, answer("requirement-analyzer"), turnEnded("Right?")),
  ).toEqual([
    "wait :4 team/short-wait: the wait asks for 1000 ms, Codex makes it 10000",
    "wait :5 team/short-wait: the wait asks for 9999 ms, Codex makes it 10000",
  ]);
});

test.each([null, 10_000, 3_600_000])("a wait of %s is long enough", async (timeoutMs) => {
  expect(await found(spawn("requirement-analyzer"), wait({ timeoutMs }), answer("requirement-analyzer"))).toEqual([]);
});
