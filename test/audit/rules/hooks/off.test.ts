import { expect, test } from "vitest";
import { auditTimeline } from "../../../../src/audit/audit-timeline.ts";
import { auditRules } from "../../../../src/audit/rules.ts";
import { shipped } from "../../../helpers/shipped-rules.ts";
import { found } from "../../support/audited.ts";
import { analyzed } from "../../support/runs.ts";
import { invoked, type Passage, person, switched, told } from "../../support/story.ts";

test.each([
  ["project", "for the project"],
  ["session", "for this session"],
  ["environment", "by BATON_HOOKS=off"],
] as const)("tells that the hooks were switched off: %s", async (by, words) => {
  expect(await found(analyzed(), switched(false, by))).toEqual([
    `hooks_switched :7 hooks/off: Baton's hooks are switched off ${words}`,
  ]);
});

test("to switch them on is nothing to tell", async () => {
  expect(await found(analyzed(), switched(true))).toEqual([]);
});

/** What is told of a session that begins with these passages, before the recipe is invoked. */
async function toldBefore(...passages: readonly Passage[]): Promise<readonly number[]> {
  const { events, ...timeline } = told(...passages, person("$recipe-implement"), invoked());
  const { breaches } = await auditTimeline(
    { ...timeline, events: events.slice(2) },
    {
      contract: shipped.contract,
      flowOf: async (recipe) => (await shipped.flowOf(recipe))?.flow,
      schemasFor: async () => [],
      rules: auditRules,
    },
  );
  return breaches.map(({ event }) => event);
}

test("what was off before the recipe was invoked is told of, at its place", async () => {
  expect(await toldBefore(person("hello"), switched(false))).toEqual([1]);
  expect(await toldBefore(switched(false), switched(false, "environment"))).toEqual([0, 1]);
});

test("what was switched on again before the recipe was invoked is not", async () => {
  expect(await toldBefore(switched(false), switched(true))).toEqual([]);
  expect(await toldBefore(switched(false, "project"), switched(true, "session"))).toEqual([]);
  expect(await toldBefore(switched(false, "session"), switched(true, "project"))).toEqual([0]);
});
