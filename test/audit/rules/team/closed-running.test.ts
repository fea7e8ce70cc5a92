import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed } from "../../support/runs.ts";
import { addressed, answer, close, dying, person, spawn, step, wait } from "../../support/story.ts";

const waiting = [analyzed(), spawn("codebase-analyzer"), wait({ timedOut: true })];

test.each([
  ["closed", close("codebase-analyzer")],
  ["interrupted", close("codebase-analyzer", { how: "interrupt" })],
  ["interrupted", addressed("codebase-analyzer", { interrupts: true, prompt: "Only look at src/session." })],
])("finds a running agent that is %s", async (how, ending) => {
  expect(await found(waiting, ending)).toEqual([
    expect.stringMatching(
      new RegExp(`:9 team/closed-running: "codebase-analyzer" is running and is ${how} before it has answered$`),
    ),
  ]);
});

test("believes what is known of the agent where Codex does not say what it was doing", async () => {
  expect(await found(waiting, close("codebase-analyzer", { was: "unknown" }))).toHaveLength(1);
  expect(await found(waiting, answer("codebase-analyzer"), close("codebase-analyzer", { was: "unknown" }))).toEqual([]);
});

test("says that a hook stopped it", async () => {
  expect(await found(waiting, close("codebase-analyzer", { was: "unknown", refused: "it is running" }))).toEqual([
    'stopped close :9 team/closed-running: "codebase-analyzer" is running and is closed before it has answered',
  ]);
});

test.each([
  ["has answered", [answer("codebase-analyzer"), close("codebase-analyzer", { was: "finished" })]],
  ["has died", [dying("codebase-analyzer"), close("codebase-analyzer", { was: "finished" })]],
  ["a person redirected", [person("Leave that, look at the store first."), close("codebase-analyzer")]],
  ["is asked something without interrupting it", [addressed("codebase-analyzer", { as: "note" })]],
])("says nothing about an agent that %s", async (_, ending) => {
  expect(await found(waiting, ending)).toEqual([]);
});

test("what a person wrote before the agent was asked redirects nothing", async () => {
  expect(
    await found(analyzed(), person("Hurry, please."), spawn("codebase-analyzer"), close("codebase-analyzer")),
  ).toEqual([expect.stringContaining("team/closed-running")]);
});

test("an agent that should not have been launched may be closed", async () => {
  expect(
    await found(analyzed(), spawn("technical-designer"), close("technical-designer"), step("codebase-analyzer")),
  ).toEqual([expect.stringContaining("flow/out-of-order")]);
});

test("an agent given another task runs again", async () => {
  const again = [answer("codebase-analyzer"), addressed("codebase-analyzer"), close("codebase-analyzer")];
  expect(await found(waiting, again)).toEqual([expect.stringContaining("team/closed-running")]);
});
