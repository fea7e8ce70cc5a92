import { expect, test } from "vitest";
import { agentNamed } from "../../src/contract/contract.ts";
import { agentTable } from "../helpers/agent-table.ts";
import { shipped } from "../helpers/layer.ts";

test("the contract has these 24 agents and no other", () => {
  expect(agentTable).toHaveLength(24);
  expect(shipped.contract.agents.map((agent) => agent.name)).toEqual(agentTable.map((row) => row.agent));
});

test.each(agentTable)(
  "$agent writes, is routed and goes on as specified",
  ({ agent: name, writes, fields, decides, routes }) => {
    const agent = agentNamed(shipped.contract, name);
    expect(agent?.purpose).toMatch(/\.$/);
    expect(agent?.writes).toBe(writes);
    expect(agent?.routingFields.join(" ")).toBe(fields);
    expect(agent?.decides).toBe(decides);
    expect([...(agent?.outcomes ?? [])].map(([value, { route }]) => `${value} ${route}`).join(", ")).toBe(routes ?? "");
    if (decides === undefined) expect(agent?.next).toMatch(/\.$/);
  },
);

test("every agent that writes says what it makes, and no other does", () => {
  for (const { writes, produces } of shipped.contract.agents) expect(produces !== undefined).toBe(writes);
});

test("the agents of a layer are named so", () => {
  const byLayer = (layer: string) =>
    shipped.contract.agents.filter((agent) => agent.layer === layer).map((agent) => agent.name);
  expect(byLayer("frontend")).toEqual(byLayer("backend").map((name) => `${name}-frontend`));
  expect(byLayer("backend")).toEqual(["technical-designer", "task-executor", "quality-fixer"]);
});

test("there is no agent of another name", () => {
  expect(agentNamed(shipped.contract, "toString")).toBeUndefined();
});
