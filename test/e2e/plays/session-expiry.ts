import type { AgentStep } from "./agent-step.ts";

/** The small project the plays work on: a session check that forgets to look at the clock. */
export const sessionProject: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "sessions", "type": "module", "scripts": { "test": "node --test" } }\n',
  "src/session.js": "export function verify(token, now) {\n  return token.user;\n}\n",
};

const designPath = "docs/design/session-expiry-design.md";
const planPath = "docs/plans/session-expiry-plan.md";
const taskPath = "docs/plans/tasks/session-expiry-task-01.md";
const testPath = "test/session-expiry.test.js";

/** A shell command that writes a file line by line. */
function write(path: string, ...lines: readonly string[]): string {
  const folder = path.slice(0, path.lastIndexOf("/"));
  return `mkdir -p ${folder} && printf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")} > ${path}`;
}

export const requirements: AgentStep = {
  agent: "requirement-analyzer",
  taskName: "analyze_requirements",
  message: "Analyze the request: reject expired session tokens with a 401",
  answers: [
    {
      purpose: "A request with an expired session token is refused with a 401.",
      scale: "medium",
      confidence: "confirmed",
      affectedLayers: ["backend"],
      affectedFiles: ["src/session.js", "src/clock.js", "src/errors.js"],
      adrRequired: false,
      scopeDependencies: [],
      questions: [],
    },
  ],
};

export const design: readonly AgentStep[] = [
  {
    agent: "codebase-analyzer",
    taskName: "analyze_code",
    message: "Analyze the code for the session check; requirement_analysis and requirements follow",
    answers: [
      {
        focusAreas: [
          {
            area: "Session check",
            reason: "verify never reads the expiry",
            relatedFiles: ["src/session.js:1"],
            risk: "Old tokens live for ever",
          },
        ],
        dataModel: { detected: false, schemas: [], accessPatterns: [], migrationFiles: [] },
        dataTransformationPipelines: [],
        qualityAssurance: { mechanisms: [] },
        limitations: ["No test covers src/session.js"],
      },
    ],
  },
  {
    agent: "technical-designer",
    taskName: "write_design",
    message: "Create the Design Doc; codebase_analysis follows",
    does: write(
      designPath,
      "# Session expiry: design",
      "",
      "- AC-1: When a token has expired, verify shall throw a 401.",
    ),
    answers: [{ status: "completed", path: designPath, doc_type: "design-doc" }],
  },
  {
    agent: "code-verifier",
    taskName: "verify_design",
    message: `Verify before implementation, design_path ${designPath}`,
    answers: [
      {
        summary: { status: "consistent", consistencyScore: 100 },
        discrepancies: [],
        reverseCoverage: { undocumentedRoutes: [], undocumentedExports: [], undocumentedDataOperations: [] },
      },
    ],
  },
  {
    agent: "document-reviewer",
    taskName: "review_design",
    message: `Review design_path ${designPath} with code_verification`,
    answers: [{ verdict: { decision: "approved", conditions: [] }, issues: [] }],
  },
  {
    agent: "design-sync",
    taskName: "sync_design",
    message: `Compare with its sources, design_path ${designPath}`,
    answers: [{ summary: { sync_status: "NO_CONFLICTS" }, conflicts: [] }],
  },
];

export const planning: readonly AgentStep[] = [
  {
    agent: "acceptance-test-generator",
    taskName: "write_test_skeletons",
    message: `Generate test skeletons for design_path ${designPath}`,
    does: write(testPath, "// AC-1: an expired token is refused with a 401"),
    answers: [
      {
        status: "completed",
        generatedFiles: { integration: testPath, e2e: null },
        e2eAbsenceReason: "No journey spans more than one request",
      },
    ],
  },
  {
    agent: "work-planner",
    taskName: "write_plan",
    message: `Plan the work for design_path ${designPath}, integration_tests ${testPath}`,
    does: write(planPath, "# Session expiry: work plan", "", "- [ ] T-1 refuse expired tokens (AC-1)"),
    answers: [{ status: "completed", path: planPath, doc_type: "work-plan", traceabilityGaps: [] }],
  },
];

export const decomposition: AgentStep = {
  agent: "task-decomposer",
  taskName: "decompose_plan",
  message: `Cut the plan into task files, plan_path ${planPath}`,
  does: write(taskPath, "# Refuse expired tokens", "", "- [ ] Red", "- [ ] Green"),
  answers: [{ status: "completed", paths: [taskPath], doc_type: "task" }],
};

export const implementation: readonly AgentStep[] = [
  {
    agent: "task-executor",
    taskName: "execute_task_1",
    message: `Implement task_file ${taskPath}`,
    does: [
      write(
        "src/session.js",
        "export function verify(token, now) {",
        '  if (token.expires <= now) throw Object.assign(new Error("expired"), { status: 401 });',
        "  return token.user;",
        "}",
      ),
      write(
        testPath,
        "// AC-1: an expired token is refused with a 401",
        'import { test } from "node:test";',
        'import assert from "node:assert";',
        'import { verify } from "../src/session.js";',
        'test("an expired token is refused with a 401", () => {',
        '  assert.throws(() => verify({ user: "a", expires: 1 }, 2), { status: 401 });',
        "});",
      ),
      write(taskPath, "# Refuse expired tokens", "", "- [x] Red", "- [x] Green"),
    ].join(" && "),
    answers: [
      {
        status: "completed",
        changeSummary: "Refuse expired session tokens",
        filesModified: ["src/session.js", testPath, taskPath],
        requiresTestReview: true,
      },
    ],
  },
  {
    agent: "integration-test-reviewer",
    taskName: "review_tests_1",
    message: `Review the tests of task_file ${taskPath}`,
    answers: [{ status: "approved", requiredFixes: [] }],
  },
  {
    agent: "quality-fixer",
    taskName: "check_quality_1",
    message: `Run every check for task_file ${taskPath}`,
    does: "node --test",
    answers: [{ status: "approved", checksPerformed: [{ name: "tests", command: "npm test", passed: true }] }],
  },
];

export const finalChecks: readonly AgentStep[] = [
  {
    agent: "code-verifier",
    taskName: "verify_code",
    message: `Implementation is done: verify the code against design_path ${designPath}`,
    answers: [
      {
        summary: { status: "consistent", consistencyScore: 100 },
        discrepancies: [],
        reverseCoverage: { undocumentedRoutes: [], undocumentedExports: [], undocumentedDataOperations: [] },
      },
    ],
  },
  {
    agent: "security-reviewer",
    taskName: "review_security",
    message: `Review the change for design_path ${designPath}`,
    answers: [
      {
        status: "approved_with_notes",
        findings: [
          {
            category: "hardening",
            confidence: "high",
            location: "src/session.js:2",
            description: "The error names its reason",
            rationale: "An attacker learns that the token was once valid",
            suggestion: "Answer every refusal alike",
          },
        ],
        notes: "The refusal says that the token expired.",
        requiredFixes: [],
      },
    ],
  },
];
