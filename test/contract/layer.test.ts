import { expect, test } from "vitest";
import { agentNamed } from "../../src/contract/contract.ts";
import { repositoryFile } from "../helpers/contract-schema.ts";
import { layer, shipped } from "../helpers/layer.ts";

test("a project's empty layer changes nothing", () => {
  expect(layer("version: 1")).toEqual({ contract: shipped.contract, findings: [] });
});

test("the shipped file as a layer over itself changes nothing", () => {
  expect(layer(repositoryFile("references/contract.yaml"))).toEqual({ contract: shipped.contract, findings: [] });
});

test("a project adds an agent, a status, a stop and a handoff of its own", () => {
  const { contract, findings } = layer(`version: 1
statuses:
  - { status: parked, scope: all, meaning: Later., route: escalate, next: Ask., terminal: true }
agents:
  - name: api-critic
    purpose: Judges an API.
    writes: false
    routingFields: [status]
    decides: status
    outcomes: [approved, parked]
stops:
  - { id: api-approval, after: api-critic, present: The API., asks: Do you approve it? }
handoffs:
  - { from: technical-designer, to: [api-critic], passes: [{ name: design_path, kind: path, what: the design }] }
`);
  expect(findings).toEqual([]);
  expect(contract.agents).toHaveLength(25);
  expect([...(agentNamed(contract, "api-critic")?.outcomes ?? [])]).toEqual([
    ["approved", { route: "proceed", next: "Go on with the next step." }],
    ["parked", { route: "escalate", next: "Ask." }],
  ]);
  expect(contract.stops.at(-1)?.id).toBe("api-approval");
  expect(contract.handoffs).toHaveLength(shipped.contract.handoffs.length + 1);
});

test("a project tightens a limit", () => {
  const { contract, findings } = layer("version: 1\nlimits: { revisions: 0 }");
  expect(findings).toEqual([]);
  expect(contract.limits).toEqual({ revisions: 0, verificationFixCycles: 1 });
});

test("a status made stricter is stricter for every agent that returns it", () => {
  const { contract, findings } = layer(`version: 1
statuses:
  - { status: approved_with_notes, scope: security-reviewer, meaning: Fix., route: revise, next: Fix the notes., terminal: true }
`);
  expect(findings).toEqual([]);
  expect(agentNamed(contract, "security-reviewer")?.outcomes.get("approved_with_notes")).toEqual({
    route: "revise",
    next: "Fix the notes.",
  });
  expect(agentNamed(contract, "security-reviewer")?.outcomes.get("approved")?.route).toBe("proceed");
});

test("an agent made stricter keeps the order and number of agents", () => {
  const { contract, findings } = layer(`version: 1
agents:
  - name: code-reviewer
    purpose: Judges.
    writes: false
    routingFields: [verdict, complianceRate]
    decides: verdict
    outcomes:
      pass: { route: proceed, next: On. }
      needs-improvement: { route: halt, next: Stop. }
`);
  expect(findings).toEqual([]);
  expect(contract.agents.map((agent) => agent.name)).toEqual(shipped.contract.agents.map((agent) => agent.name));
  expect(agentNamed(contract, "code-reviewer")?.outcomes.get("needs-improvement")?.route).toBe("halt");
});

test("a diagnostic and a reason to wait are added behind the shipped ones", () => {
  const { contract } = layer(
    "version: 1\ncompletion: { diagnostics: [Look at its log.], continueWhile: [It compiles.] }",
  );
  expect(contract.completion.diagnostics.at(-1)).toBe("Look at its log.");
  expect(contract.completion.continueWhile).toHaveLength(4);
});

test("a handoff that is written again keeps where in the answer its parts stand", () => {
  const { contract, findings } = layer(`version: 1
handoffs:
  - from: work-planner
    to: [task-decomposer]
    passes:
      - { name: plan_path, kind: path, what: the plan }
      - { name: gaps, kind: answer, field: traceabilityGaps, what: the gaps }
`);
  expect(findings).toEqual([]);
  expect(contract.handoffs.find(({ from }) => from === "work-planner")?.passes).toEqual([
    { name: "plan_path", kind: "path", field: "path", what: "the plan" },
    { name: "gaps", kind: "answer", field: "traceabilityGaps", what: "the gaps" },
  ]);
});
