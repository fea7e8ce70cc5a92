import { expect, test } from "vitest";
import { shipped } from "../helpers/layer.ts";

const { contract } = shipped;

test("the shipped contract loads without a finding", () => {
  expect(shipped.findings).toEqual([]);
});

// status, who returns it, where it goes
const vocabulary = [
  ["approved", "all", "proceed"],
  ["approved_with_conditions", "document agents", "proceed"],
  ["approved_with_notes", "security-reviewer", "proceed"],
  ["needs_revision", "all", "revise"],
  ["rejected", "document agents", "halt"],
  ["blocked", "security-reviewer, quality-fixer, integration-test-reviewer", "halt"],
  ["skipped", "all", "proceed"],
  ["completed", "task-executor, generators", "proceed"],
  ["escalation_needed", "task-executor, generators", "escalate"],
  ["stub_detected", "quality-fixer", "revise"],
];

test("the vocabulary has these statuses and no other", () => {
  expect(contract.statuses.map(({ status, scope, route }) => [status, scope, route])).toEqual(vocabulary);
});

test("every status shows that a subagent has finished, and says what it means and what is next", () => {
  for (const { terminal, meaning, next } of contract.statuses) {
    expect(terminal).toBe(true);
    expect(meaning).toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
  }
});

test("work is revised at most twice and final verification fixed once", () => {
  expect(contract.limits).toEqual({ revisions: 2, verificationFixCycles: 1 });
});

test("a running subagent is closed for one of three reasons, none of which is time", () => {
  expect(contract.completion.closeReasons.map((reason) => reason.id)).toEqual([
    "user_redirect",
    "launch_mistake",
    "superseded",
  ]);
  expect(contract.completion.closeReasons.map((reason) => reason.when).join(" ")).not.toMatch(/slow|long|minute|time/i);
});

test("waiting goes on while a subagent takes long", () => {
  expect(contract.completion.continueWhile[0]).toBe("A subagent takes longer than expected.");
  expect(contract.completion.diagnostics).toHaveLength(3);
});

test("execution stands on its own until one of these goes to the user", () => {
  expect(contract.escalation.map((condition) => condition.id)).toEqual([
    "agent_escalates",
    "limit_reached",
    "requirements_changed",
    "plan_fixed",
    "output_missing",
    "user_stops",
  ]);
});

test("these are the stop points, each behind the agent whose answer it presents", () => {
  expect(contract.stops.map(({ id, after }) => [id, after])).toEqual([
    ["requirements", "requirement-analyzer"],
    ["prd-approval", "document-reviewer"],
    ["ui-spec-approval", "document-reviewer"],
    ["adr-approval", "document-reviewer"],
    ["design-approval", "design-sync"],
    ["batch-approval", "work-planner"],
  ]);
});
