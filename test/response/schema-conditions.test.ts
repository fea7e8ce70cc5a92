import { expect, test } from "vitest";
import { answerFor } from "../helpers/answer-for.ts";
import { schemaOf, validate } from "../helpers/shipped-rules.ts";

// What the specification of the agents asks for beyond types: a good answer with one field changed, and what is said of it.
const demands: readonly (readonly [agent: string, field: string, value: string, change: object, expected: string])[] = [
  ["requirement-analyzer", "confidence", "provisional", { scopeDependencies: [], questions: [] }, "empty-value "],
  ["requirement-analyzer", "scale", "huge", {}, "unknown-value /scale"],
  ["requirement-analyzer", "scale", "small", { adrRequired: true, adrReason: null }, "missing-field /adrReason"],
  ["requirement-analyzer", "scale", "small", { affectedLayers: ["database"] }, "unknown-value /affectedLayers/0"],
  ["requirement-analyzer", "scale", "small", { taskType: "chore" }, "unknown-value /taskType"],
  [
    "document-reviewer",
    "verdict.decision",
    "approved_with_conditions",
    { verdict: { decision: "approved_with_conditions" } },
    "missing-field /verdict",
  ],
  [
    "document-reviewer",
    "verdict.decision",
    "rejected",
    { verdict: { decision: "rejected", conditions: ["a"] } },
    "contradiction /verdict/conditions",
  ],
  [
    "code-verifier",
    "summary.status",
    "consistent",
    { discrepancies: [{ id: "a", status: "moved", severity: "minor", claim: "b", evidence: "c" }] },
    "unknown-value /discrepancies/0/status",
  ],
  [
    "code-verifier",
    "summary.status",
    "consistent",
    { discrepancies: [{ id: "a", status: "gap", severity: "high", claim: "b", evidence: "c" }] },
    "unknown-value /discrepancies/0/severity",
  ],
  [
    "code-verifier",
    "summary.status",
    "consistent",
    { summary: { status: "consistent", consistencyScore: -1 } },
    "malformed-value /summary/consistencyScore",
  ],
  ["design-sync", "summary.sync_status", "CONFLICTS_FOUND", { conflicts: [] }, "empty-value /conflicts"],
  [
    "design-sync",
    "summary.sync_status",
    "NO_CONFLICTS",
    { conflicts: [{ id: "a", source_location: "b", source_value: "c", target_location: "d", target_value: "e" }] },
    "contradiction /conflicts",
  ],
  ["integration-test-reviewer", "status", "approved", { requiredFixes: ["a"] }, "contradiction /requiredFixes"],
  ["security-reviewer", "status", "approved", { requiredFixes: ["a"] }, "contradiction /requiredFixes"],
  [
    "quality-fixer",
    "status",
    "approved",
    { checksPerformed: [{ name: "tests", passed: false }] },
    "unknown-value /checksPerformed/0/passed",
  ],
  [
    "quality-fixer-frontend",
    "status",
    "approved",
    { stubFindings: [{ file: "a", indicator: "b", details: "c" }] },
    "contradiction /stubFindings",
  ],
  [
    "acceptance-test-generator",
    "status",
    "completed",
    { generatedFiles: { integration: "a", e2e: null }, e2eAbsenceReason: null },
    "missing-field /e2eAbsenceReason",
  ],
  [
    "acceptance-test-generator",
    "status",
    "completed",
    { generatedFiles: { integration: "a" } },
    "missing-field /generatedFiles",
  ],
  ["task-executor", "status", "escalation_needed", { escalation_type: null }, "missing-field /escalation_type"],
  ["task-executor", "status", "escalation_needed", { escalation_type: "tired" }, "unknown-value /escalation_type"],
  ["task-executor", "status", "completed", { filesModified: null }, "missing-field /filesModified"],
  ["task-executor-frontend", "status", "completed", { requiresTestReview: null }, "missing-field /requiresTestReview"],
  ["integration-test-reviewer", "status", "needs_revision", { requiredFixes: [] }, "empty-value /requiredFixes"],
  ["quality-fixer", "status", "stub_detected", { stubFindings: [] }, "empty-value /stubFindings"],
  ["quality-fixer", "status", "blocked", { reason: null }, "missing-field /reason"],
  [
    "quality-fixer",
    "status",
    "blocked",
    { reason: "unclear_specification", blockingIssues: [] },
    "empty-value /blockingIssues",
  ],
  [
    "quality-fixer-frontend",
    "status",
    "blocked",
    { reason: "missing_prerequisites", missingPrerequisites: [] },
    "empty-value /missingPrerequisites",
  ],
  [
    "quality-fixer",
    "status",
    "blocked",
    { reason: "missing_prerequisites", missingPrerequisites: [{ description: "a", resolutionSteps: [] }] },
    "empty-value /missingPrerequisites/0/resolutionSteps",
  ],
  [
    "code-reviewer",
    "verdict",
    "pass",
    { acceptanceCriteria: [{ item: "a", status: "half" }] },
    "unknown-value /acceptanceCriteria/0/status",
  ],
  ["security-reviewer", "status", "approved_with_notes", { notes: "" }, "empty-value /notes"],
  ["security-reviewer", "status", "blocked", { notes: "weak" }, "contradiction /notes"],
  ["security-reviewer", "status", "needs_revision", { requiredFixes: [] }, "empty-value /requiredFixes"],
  [
    "security-reviewer",
    "status",
    "approved",
    { findings: [{ category: "smell", location: "a", description: "b" }] },
    "unknown-value /findings/0/category",
  ],
  [
    "verifier",
    "conclusion.finalStatus",
    "ready_for_solution",
    { coverageAssessment: "full" },
    "unknown-value /coverageAssessment",
  ],
];

test.each(demands)("%s with %s %s and %j: %s", async (agent, field, value, change, expected) => {
  const wanted = value === "huge" ? "small" : value;
  const good = answerFor(await schemaOf(agent), field, wanted);
  expect((await validate(agent, JSON.stringify(good))).findings).toEqual([]);
  const { findings } = await validate(
    agent,
    JSON.stringify({ ...good, ...(value === wanted ? {} : { [field]: value }), ...change }),
  );
  expect(findings.map(({ code, where }) => `${code.slice("response/".length)} ${where.pointer}`)).toEqual([expected]);
});

// Where each agent that writes a document puts it.
test.each([
  ["prd-creator", "docs/prd/session-prd.md", "prd"],
  ["ui-spec-designer", "docs/ui-spec/session-ui-spec.md", "ui-spec"],
  ["technical-designer", "docs/design/session-design.md", "design-doc"],
  ["technical-designer", "docs/adr/ADR-0012-sessions.md", "adr"],
  ["technical-designer-frontend", "docs/design/session-design.md", "design-doc"],
  ["work-planner", "docs/plans/session-plan.md", "work-plan"],
  ["task-decomposer", "docs/plans/tasks/session-plan-task-01.md", "task"],
  ["task-decomposer", "docs/plans/tasks/session-plan-backend-task-2.md", "task"],
])("%s writes to %s and nowhere else", async (agent, path, doc_type) => {
  const answer = (path: string) => JSON.stringify({ status: "completed", path, doc_type });
  expect((await validate(agent, answer(path))).findings).toEqual([]);
  for (const wrong of [
    `../${path}`,
    `/${path}`,
    path.replace("docs/", "doc/"),
    path.replace(".md", ".txt"),
    path.replace(/[^/]+$/, "../x.md"),
  ])
    expect((await validate(agent, answer(wrong))).findings.map((one) => one.code)).toEqual([
      "response/malformed-value",
    ]);
});
