import { expect, test } from "vitest";
import { auditTimeline } from "../../../src/audit/audit-timeline.ts";
import { auditRules } from "../../../src/audit/rules.ts";
import type { Timeline } from "../../../src/trace/timeline.ts";
import { shipped } from "../../helpers/shipped-rules.ts";
import { breachesOf } from "./breaches.ts";
import { compliantSessions } from "./compliant-sessions.ts";
import { variationsOf } from "./variations.ts";

const sessions = await compliantSessions();

async function codesIn(timeline: Timeline): Promise<string[]> {
  const { breaches } = await auditTimeline(timeline, {
    contract: shipped.contract,
    flowOf: async (recipe) => (await shipped.flowOf(recipe))?.flow,
    schemasFor: async (agent) => [await shipped.schemaOf(agent)].filter((schema) => schema !== undefined),
    rules: auditRules,
  });
  return breaches.map(({ diagnostic }) => diagnostic.code).filter((code) => code !== "hooks/off");
}

test("at least 98 % of 500 and more single breaches are caught", { timeout: 120_000 }, async () => {
  const missed: string[] = [];
  let count = 0;
  for (const [session, timeline] of sessions)
    for (const { name, timeline: mutant } of await breachesOf(timeline)) {
      count++;
      if ((await codesIn(mutant)).length === 0) missed.push(`${session}: ${name}`);
    }
  console.log(
    `${count - missed.length} of ${count} breaches caught (${((1 - missed.length / count) * 100).toFixed(1)} %)`,
  );
  if (missed.length > 0) console.log(missed.join("\n"));
  expect(count).toBeGreaterThanOrEqual(500);
  expect(1 - missed.length / count).toBeGreaterThanOrEqual(0.98);
});

test("500 and more harmless variations raise nothing", { timeout: 120_000 }, async () => {
  const raised: string[] = [];
  let count = 0;
  for (const [session, timeline] of sessions)
    for (const { name, timeline: mutant } of variationsOf(timeline)) {
      count++;
      const codes = await codesIn(mutant);
      if (codes.length > 0) raised.push(`${session}: ${name}: ${codes.join(", ")}`);
    }
  console.log(`${count} harmless variations`);
  expect(raised).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(500);
});
