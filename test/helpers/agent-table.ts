/** What the specification of the agents says each of them does and is routed by; written by hand, not read from the contract. */
export interface AgentRow {
  readonly agent: string;
  readonly writes: boolean;
  readonly fields: string;
  /** The field that decides, with each of its values and where it leads. Without one the agent always proceeds. */
  readonly decides?: string;
  readonly routes?: string;
}

const generator = { decides: "status", routes: "completed proceed, escalation_needed escalate" };
const quality = {
  writes: true,
  fields: "status reason stubFindings blockingIssues missingPrerequisites",
  decides: "status",
  routes: "approved proceed, stub_detected revise, blocked halt",
};
const executor = { writes: true, fields: "status escalation_type filesModified requiresTestReview", ...generator };

export const agentTable: readonly AgentRow[] = [
  {
    agent: "requirement-analyzer",
    writes: false,
    fields: "scale confidence affectedLayers adrRequired scopeDependencies questions",
    decides: "confidence",
    routes: "confirmed proceed, provisional escalate",
  },
  {
    agent: "codebase-analyzer",
    writes: false,
    fields: "focusAreas dataModel qualityAssurance dataTransformationPipelines limitations",
  },
  { agent: "prd-creator", writes: true, fields: "status path", ...generator },
  { agent: "ui-spec-designer", writes: true, fields: "status path", ...generator },
  { agent: "technical-designer", writes: true, fields: "status path paths", ...generator },
  { agent: "technical-designer-frontend", writes: true, fields: "status path paths", ...generator },
  {
    agent: "document-reviewer",
    writes: false,
    fields: "verdict.decision verdict.conditions",
    decides: "verdict.decision",
    routes: "approved proceed, approved_with_conditions proceed, needs_revision revise, rejected halt",
  },
  {
    agent: "code-verifier",
    writes: false,
    fields: "summary.status discrepancies reverseCoverage",
    decides: "summary.status",
    routes: "consistent proceed, mostly_consistent proceed, needs_review revise, inconsistent revise",
  },
  {
    agent: "design-sync",
    writes: false,
    fields: "summary.sync_status conflicts",
    decides: "summary.sync_status",
    routes: "NO_CONFLICTS proceed, CONFLICTS_FOUND revise",
  },
  { agent: "acceptance-test-generator", writes: true, fields: "status generatedFiles e2eAbsenceReason", ...generator },
  { agent: "work-planner", writes: true, fields: "status path", ...generator },
  { agent: "task-decomposer", writes: true, fields: "status paths", ...generator },
  { agent: "task-executor", ...executor },
  { agent: "task-executor-frontend", ...executor },
  {
    agent: "integration-test-reviewer",
    writes: false,
    fields: "status requiredFixes",
    decides: "status",
    routes: "approved proceed, needs_revision revise, blocked halt",
  },
  { agent: "quality-fixer", ...quality },
  { agent: "quality-fixer-frontend", ...quality },
  {
    agent: "code-reviewer",
    writes: false,
    fields: "verdict",
    decides: "verdict",
    routes: "pass proceed, needs-improvement revise, needs-redesign escalate",
  },
  {
    agent: "security-reviewer",
    writes: false,
    fields: "status findings notes requiredFixes",
    decides: "status",
    routes: "approved proceed, approved_with_notes proceed, needs_revision revise, blocked halt",
  },
  { agent: "rule-advisor", writes: false, fields: "taskAnalysis selectedRules" },
  { agent: "scope-discoverer", writes: false, fields: "discoveredUnits prdUnits saturationReached" },
  { agent: "investigator", writes: false, fields: "failurePoints pathMap" },
  {
    agent: "verifier",
    writes: false,
    fields: "conclusion.finalStatus conclusion.confirmedFailurePoints coverageAssessment",
    decides: "conclusion.finalStatus",
    routes: "ready_for_solution proceed, needs_more_investigation revise",
  },
  { agent: "solver", writes: false, fields: "solutions recommendation" },
];
