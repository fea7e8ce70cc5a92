import { expect, test } from "vitest";
import { loadContract } from "../../src/contract/load.ts";
import { contractSchema } from "../helpers/contract-schema.ts";
import { layer, shipped } from "../helpers/layer.ts";
import { saidAt } from "../helpers/said-at.ts";

const critic = "name: code-verifier, purpose: Compares., decides: summary.status";
const fields = "routingFields: [summary.status, discrepancies, reverseCoverage]";
const outcomes = "outcomes: { inconsistent: { route: revise, next: Fix. } }";

test.each([
  ["a higher limit", "limits: { revisions: 3 }", '«3» "revisions" is 3, more than the 2 it extends → use 2 or less'],
  [
    "a status that goes further",
    "statuses: [{ status: blocked, scope: all, meaning: Fine., route: proceed, next: On., terminal: true }]",
    '«proceed» "blocked" goes to "halt", this makes it "proceed" → keep route: halt',
  ],
  [
    "a reader that writes",
    `agents: [{ ${critic}, ${fields}, ${outcomes}, writes: true }]`,
    '«true» "code-verifier" may not write, this lets it → use writes: false',
  ],
  [
    "another deciding field",
    `agents: [{ name: code-verifier, purpose: X., writes: false, ${fields}, decides: verdict, outcomes: [approved] }]`,
    '«verdict» "code-verifier" is routed by "summary.status", not by "verdict" → keep decides as it was',
  ],
  [
    "no deciding field any more",
    `agents: [{ name: code-verifier, purpose: X., writes: false, ${fields} }]`,
    `«{ name: code-verifier, purpose: X., writes: false, ${fields} }» "code-verifier" is routed by "summary.status", not by "nothing" → keep decides as it was`,
  ],
  [
    "a routing field left out",
    `agents: [{ ${critic}, routingFields: [summary.status, discrepancies], ${outcomes}, writes: false }]`,
    '«[summary.status, discrepancies]» "code-verifier" loses the routing field "reverseCoverage" → list it again',
  ],
  [
    "an outcome that goes further",
    `agents: [{ ${critic}, ${fields}, writes: false, outcomes: { inconsistent: { route: proceed, next: On. } } }]`,
    '«{ inconsistent: { route: proceed, next: On. } }» "inconsistent" of "code-verifier" goes to "revise", this makes it "proceed" → keep route: revise',
  ],
  [
    "a reference that may lead nowhere",
    "agents: [{ name: solver, purpose: X., writes: false, routingFields: [solutions, recommendation], refers: { a: b } }]",
    '«{ a: b }» "recommendation.selectedSolutionId" of "solver" no longer has to be one of "solutions.id" → keep recommendation.selectedSolutionId: solutions.id',
  ],
  [
    "an agent that writes code no more",
    "agents: [{ name: task-executor, purpose: X., writes: true, produces: document, routingFields: [status, escalation_type, filesModified, requiresTestReview], decides: status, outcomes: [completed, escalation_needed] }]",
    '«document» "task-executor" has "code" here, this makes it "document" → keep produces: code',
  ],
  [
    "a reason to close that holds at another time",
    "completion: { closeReasons: [{ id: superseded, when: It is slow. }] }",
    '«It is slow.» "superseded" is a reason to close a running subagent when something else holds → keep when: A newer instruction of the user\'s replaces the task., or add one with an id of its own',
  ],
  [
    "an escalation that never comes",
    "escalation: [{ id: user_stops, when: Never. }]",
    '«Never.» "user_stops" goes to the user when something else holds → keep when: The user says stop., or add one with an id of its own',
  ],
  [
    "a part of what travelled whole",
    "handoffs: [{ from: code-verifier, to: [document-reviewer], passes: [{ name: code_verification, kind: answer, field: summary, what: x }] }]",
    '«summary» "code_verification" travels whole, this passes "summary" of it → remove field',
  ],
  [
    "a stop moved",
    "stops: [{ id: requirements, after: work-planner, present: All., asks: Well? }]",
    '«work-planner» "requirements" comes after "requirement-analyzer", this moves it behind "work-planner" → keep after: requirement-analyzer, or add a stop with an id of its own',
  ],
  [
    "a handoff without what it passes",
    "handoffs: [{ from: work-planner, to: [task-decomposer], passes: [{ name: plan, kind: path, what: plan }] }]",
    '«[{ name: plan, kind: path, what: plan }]» "work-planner" no longer passes "plan_path" → list it again',
  ],
  [
    "a handoff that retells what it passed whole",
    "handoffs: [{ from: work-planner, to: [task-decomposer], passes: [{ name: plan_path, kind: text, what: plan }] }]",
    '«text» "plan_path" travels as "path", this makes it "text" → keep kind: path',
  ],
  [
    "a handoff that looks for it elsewhere",
    "handoffs: [{ from: work-planner, to: [task-decomposer], passes: [{ name: plan_path, kind: path, field: plan, what: x }] }]",
    '«plan» "plan_path" stands in "path" of the answer, this looks for it in "plan" → keep field: path',
  ],
  [
    "a handoff on a condition",
    "handoffs: [{ from: work-planner, to: [task-decomposer], passes: [{ name: plan_path, kind: path, what: x, when: asked }] }]",
    '«asked» "plan_path" travels always, this makes it depend on something else → remove when',
  ],
  [
    "a new reason to close a running subagent",
    "completion: { closeReasons: [{ id: too_slow, when: It takes long. }] }",
    '«{ id: too_slow, when: It takes long. }» "too_slow" is a new reason to close a running subagent → remove it',
  ],
])("%s is refused, and the shipped contract stays in force", (_, text, expected) => {
  const whole = `version: 1\n${text}\n`;
  const { contract, findings } = layer(whole);
  expect(findings.map(saidAt(whole))).toEqual([`contract/loosened ${expected}`]);
  expect(contract).toBe(shipped.contract);
});

test("a status that leaves a subagent running cannot be made to close it", () => {
  const text = (terminal: boolean) =>
    `version: 1\nstatuses:\n  - { status: busy, scope: all, meaning: Yes., route: revise, next: Wait., terminal: ${terminal} }`;
  const base = loadContract({ file: "c.yaml", text: text(false) }, contractSchema).contract;
  expect(
    loadContract({ file: "c.yaml", text: text(true) }, contractSchema, base).findings.map(saidAt(text(true))),
  ).toEqual([
    'contract/loosened «true» "busy" leaves a subagent running, this lets it count as finished → keep terminal: false',
  ]);
});

test("every way in which a layer loosens is reported at once", () => {
  const { findings } = layer("version: 1\nlimits: { revisions: 9, verificationFixCycles: 9 }");
  expect(findings.map((finding) => finding.where.pointer)).toEqual([
    "/limits/revisions",
    "/limits/verificationFixCycles",
  ]);
});
