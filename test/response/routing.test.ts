import { describe, expect, test } from "vitest";
import { agentTable } from "../helpers/agent-table.ts";
import { answerFor, exampleOf } from "../helpers/answer-for.ts";
import { schemaOf, shipped, validate } from "../helpers/shipped-rules.ts";

const outcomes = agentTable.flatMap(({ agent, decides, routes }) =>
  decides === undefined || routes === undefined
    ? []
    : routes.split(", ").map((pair) => {
        const [value = "", route = ""] = pair.split(" ");
        return { agent, decides, value, route };
      }),
);

test("the contract names no outcome that is not routed here", () => {
  const all = shipped.contract.agents.flatMap(({ name, outcomes }) =>
    [...outcomes.keys()].map((value) => `${name} ${value}`),
  );
  expect(outcomes.map(({ agent, value }) => `${agent} ${value}`)).toEqual(all);
});

test.each(outcomes)("$agent with $decides $value: $route", async ({ agent, decides, value, route }) => {
  const answer = answerFor(await schemaOf(agent), decides, value);
  const verdict = await validate(agent, JSON.stringify(answer));
  expect(verdict.findings).toEqual([]);
  expect(verdict.answer).toEqual(answer);
  expect(verdict.routed).toMatchObject({ route, decidedBy: { field: decides, value } });
  expect(verdict.routed?.next).toBe(
    shipped.contract.agents.find((one) => one.name === agent)?.outcomes.get(value)?.next,
  );
});

describe("an agent that decides nothing", () => {
  test.each(agentTable.filter((row) => row.decides === undefined))("$agent always proceeds", async ({ agent }) => {
    const verdict = await validate(agent, JSON.stringify(exampleOf(await schemaOf(agent))));
    expect(verdict).toMatchObject({ valid: true, findings: [], routed: { route: "proceed" } });
    expect(verdict.routed).not.toHaveProperty("decidedBy");
  });
});
