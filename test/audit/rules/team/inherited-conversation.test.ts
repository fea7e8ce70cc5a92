import { expect, test } from "vitest";
import { audited, found } from "../../support/audited.ts";
import { analyzed } from "../../support/runs.ts";
import { answer, spawn } from "../../support/story.ts";

test("finds an agent that gets the whole conversation", async () => {
  const events = [analyzed(), spawn("codebase-analyzer", { inherits: true }), answer("codebase-analyzer")];
  expect(await found(events)).toEqual([
    'spawn :7 team/inherited-conversation: "codebase-analyzer" gets the whole conversation',
  ]);
});

test.each([
  [undefined, "`fork_context: false`"],
  ["analyze_code", '`fork_turns: "none"`'],
])("speaks the language of the tool: with the task name %s it names %s", async (name, words) => {
  const { breaches } = await audited(analyzed(), spawn("codebase-analyzer", { inherits: true, ...(name && { name }) }));
  expect(breaches[0]?.diagnostic.hint).toContain(words);
});

test("an agent that a subagent spawned is a nested spawn and nothing more", async () => {
  const nested = spawn("explorer", { inherits: true, by: "codebase-analyzer" });
  expect(await found(analyzed(), spawn("codebase-analyzer"), nested, answer("codebase-analyzer"))).toEqual([
    expect.stringContaining("team/nested-spawn"),
  ]);
});
