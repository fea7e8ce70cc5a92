import { expect, test } from "vitest";
import { loadContract } from "../../src/contract/load.ts";
import { contractSchema } from "../helpers/contract-schema.ts";
import { layer, shipped } from "../helpers/layer.ts";
import { said } from "../helpers/said.ts";

test.each([
  [
    "not YAML",
    "version: [1",
    ["parse/yaml 1:12 flow sequence in block collection must be sufficiently indented and end with a ]"],
  ],
  ["empty", "", ["contract/shape 1:1 the file is empty → write version: 1"]],
  ["a list", "[]", ["contract/shape 1:1+2 the value is [], not an object"]],
  ["without a version", "limits: {}", ['contract/shape 1:1+10 "version" is missing']],
  ["of another version", "version: 2", ['contract/shape 1:10+1 "version" is 2, not 1']],
  [
    "with an unknown field",
    "version: 1\nlimit: {}",
    [
      'contract/shape 2:1+5 "limit" is not a known field, known are "agents", "completion", "escalation", "handoffs", "ledgers", "limits", "statuses", "stops", "version" → did you mean "limits"?',
    ],
  ],
  [
    "with a route that is none",
    "version: 1\nstatuses: [{ status: parked, scope: a, meaning: b, route: haltt, next: c, terminal: true }]",
    [
      'contract/shape 2:59+5 "statuses[0].route" is "haltt", not one of "escalate", "halt", "proceed", "revise" → did you mean "halt"?',
    ],
  ],
  [
    "with outcomes but nothing that decides",
    "version: 1\nagents: [{ name: a, purpose: b, writes: false, routingFields: [c], outcomes: [approved] }]",
    ['contract/shape 2:10+80 in "agents[0]" "decides" is missing'],
  ],
  [
    "with a limit below nothing",
    "version: 1\nlimits: { revisions: -1 }",
    ['contract/shape 2:22+2 "limits.revisions" is -1, which is less than 0'],
  ],
  ["with a key given twice", "version: 1\nversion: 1", ['parse/duplicate-key 2:1+7 "version" is given twice']],
])("a layer that is %s is reported with its place and holds nothing", (_, text, expected) => {
  const { contract, findings } = layer(text);
  expect(findings.map(said)).toEqual(expected);
  expect(contract).toBe(shipped.contract);
});

test("an outcome outside the vocabulary is found, with the word that was meant", () => {
  const { findings } = layer(`version: 1
agents:
  - { name: critic, purpose: A., writes: false, routingFields: [s], decides: s, outcomes: [approved, need_revision] }`);
  expect(findings.map(said)).toEqual([
    'contract/unknown-status 3:102+13 "need_revision" is not a status, allowed are "approved", "approved_with_conditions", "approved_with_notes", "blocked", "completed", "escalation_needed", "needs_revision", "rejected", "skipped", "stub_detected" → did you mean "needs_revision"?',
  ]);
});

test.each([
  ["a stop", "stops: [{ id: x, after: work-planer, present: A., asks: B? }]", "/stops/0/after"],
  [
    "a handoff's giver",
    "handoffs: [{ from: work-planer, to: [solver], passes: [{ name: a, kind: text, what: b }] }]",
    "/handoffs/0/from",
  ],
  [
    "a handoff's taker",
    "handoffs: [{ from: solver, to: [solver, work-planer], passes: [{ name: a, kind: text, what: b }] }]",
    "/handoffs/0/to/1",
  ],
])("%s that is no agent is found, with the one that was meant", (_, text, pointer) => {
  const { findings } = layer(`version: 1\n${text}`);
  expect(findings).toMatchObject([
    {
      code: "contract/unknown-agent",
      hint: 'did you mean "work-planner"?',
      where: { pointer, span: { line: 2, length: 11 } },
    },
  ]);
  expect(findings[0]?.message).toMatch(
    /^"work-planer" is not an agent of the contract, which has "acceptance-test-generator", /,
  );
});

test("an entry listed twice is found, not silently replaced", () => {
  const agent = "{ name: critic, purpose: A., writes: false, routingFields: [s], next: On. }";
  const passes = "passes: [{ name: a, kind: text, what: b }]";
  const { findings } = layer(`version: 1
agents:
  - ${agent}
  - ${agent}
handoffs:
  - { from: solver, to: [critic, verifier], ${passes} }
  - { from: solver, to: [verifier, critic], ${passes} }`);
  expect(findings.map(said)).toEqual([
    'contract/shape 4:5+75 "critic" is listed twice → keep one of them',
    'contract/shape 7:5+84 "solver to critic, verifier" is listed twice → keep one of them',
  ]);
});

test("a contract that stands alone and is broken holds nothing", () => {
  const { contract, findings } = loadContract({ file: "c.yaml", text: "version: 3" }, contractSchema);
  expect(findings).toHaveLength(1);
  expect(contract.agents).toEqual([]);
});
