import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, designed } from "../../support/runs.ts";
import { addressed, answer, root, spawn, step } from "../../support/story.ts";

const analyzing = [analyzed(), spawn("codebase-analyzer")];

test("finds a subagent that spawns an agent", async () => {
  expect(await found(analyzing, spawn("explorer", { by: "codebase-analyzer" }), answer("codebase-analyzer"))).toEqual([
    'spawn of codebase-analyzer :8 team/nested-spawn: "codebase-analyzer" spawns "explorer", which only the orchestrator may',
  ]);
});

test.each(["task", "note"] as const)("finds a subagent that gives another a %s", async (as) => {
  const words = { as, by: "codebase-analyzer", prompt: "Is the store affected?" };
  expect(await found(analyzing, addressed("requirement-analyzer", words), answer("codebase-analyzer"))).toEqual([
    'agent_addressed of codebase-analyzer :8 team/nested-spawn: "codebase-analyzer" addresses "requirement-analyzer", which only the orchestrator may',
  ]);
});

test("says that a hook stopped it", async () => {
  const words = { by: "codebase-analyzer", refused: "a subagent spawns nobody" };
  expect(await found(analyzing, spawn(null, words), answer("codebase-analyzer"))).toEqual([
    'stopped spawn of codebase-analyzer :8 team/nested-spawn: "codebase-analyzer" spawns "default", which only the orchestrator may',
  ]);
});

test("an agent may tell the orchestrator something", async () => {
  const toRoot = (target: string) => () => ({ ...note, target });
  const note = {
    kind: "agent_addressed",
    at: "",
    where: { file: "session.jsonl", line: 8 },
    thread: "codebase-analyzer#1",
    agent: "codebase-analyzer",
    as: "note",
    prompt: null,
    interrupts: false,
    refused: null,
  } as const;
  expect(await found(analyzing, toRoot("/root"), toRoot(root), answer("codebase-analyzer"))).toEqual([]);
});

test("the orchestrator spawns and addresses agents", async () => {
  expect(await found(analyzed(), designed, step("acceptance-test-generator"), addressed("work-planner"))).toEqual([]);
});
