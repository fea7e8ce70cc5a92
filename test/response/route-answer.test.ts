import { expect, test } from "vitest";
import type { Agent } from "../../src/contract/contract.ts";
import { fieldOf, routeAnswer, routeInvalid } from "../../src/response/route-answer.ts";
import { layer, shipped } from "../helpers/layer.ts";

const agent: Agent = {
  name: "critic",
  purpose: "Judges.",
  writes: false,
  routingFields: ["verdict.decision"],
  decides: "verdict.decision",
  outcomes: new Map([["pass", { route: "proceed", next: "On." }]]),
};

test("an answer goes where the contract sends its value", () => {
  expect(routeAnswer(agent, { verdict: { decision: "pass" } })).toEqual({
    route: "proceed",
    next: "On.",
    decidedBy: { field: "verdict.decision", value: "pass" },
  });
});

test.each([
  ["that the contract has no outcome for", { verdict: { decision: "perhaps" } }, "perhaps"],
  ["that is missing", { verdict: {} }, "nothing"],
  ["that is no text", { verdict: { decision: ["pass"] } }, '["pass"]'],
  ["in an answer that is nothing", null, "nothing"],
  ["that only JavaScript knows", { verdict: Object.create({ decision: "pass" }) as object }, "nothing"],
  ["that JavaScript cannot turn into text", { verdict: { decision: { toString: 1 } } }, '{"toString":1}'],
])("a value %s halts", (_, answer, value) => {
  expect(routeAnswer(agent, answer)).toEqual({
    route: "halt",
    next: "Stop and put it before the user: the contract has no outcome for this value.",
    decidedBy: { field: "verdict.decision", value },
  });
});

test("an agent that decides nothing proceeds, with its own next step or a plain one", () => {
  const { decides: _, ...always } = agent;
  expect(routeAnswer({ ...always, next: "Present it." }, {})).toEqual({ route: "proceed", next: "Present it." });
  expect(routeAnswer(always, {})).toEqual({ route: "proceed", next: "Go on with the next step." });
});

test("a broken answer goes back as often as the contract in force allows", () => {
  const tightened = layer("version: 1\nlimits: { revisions: 1 }").contract;
  expect(routeInvalid(shipped.contract, agent).next).toMatch(
    /^Send the findings back to critic .*; after 2 attempts, /,
  );
  expect(routeInvalid(tightened, agent)).toMatchObject({
    route: "revise",
    next: expect.stringMatching(/after 1 attempt, /),
  });
});

test("a broken answer goes to the user where the contract allows no second attempt", () => {
  expect(routeInvalid(layer("version: 1\nlimits: { revisions: 0 }").contract, agent)).toEqual({
    route: "escalate",
    next: "Put the findings before the user: the contract allows no second attempt.",
  });
});

test("a field is found by its dotted path, own properties only", () => {
  expect(fieldOf({ a: { b: [1, 2] } }, "a.b.1")).toBe(2);
  expect(fieldOf({ a: 1 }, "a.b")).toBeUndefined();
  expect(fieldOf({}, "constructor.name")).toBeUndefined();
  expect(fieldOf(JSON.parse('{"__proto__": {"x": 1}}'), "__proto__.x")).toBe(1);
});
