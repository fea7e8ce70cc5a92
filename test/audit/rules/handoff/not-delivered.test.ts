import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { briefed, passed, promptOf } from "../../support/briefed.ts";
import { analyzed, reported } from "../../support/runs.ts";
import {
  addressed,
  answer,
  answerText,
  changed,
  commit,
  handedOver,
  type Passage,
  person,
  spawn,
  step,
  turnEnded,
} from "../../support/story.ts";

const { design_path, plan_path, task_file, files_modified, requirement_analysis, codebase_analysis } = passed;
const yes = (question: string): Passage => [turnEnded(`${question}?`), person("Yes.")];
const coded: Passage = [analyzed(), briefed("codebase-analyzer", { requirement_analysis })];
const designed: Passage = [
  coded,
  briefed("technical-designer", { requirement_analysis, codebase_analysis }),
  briefed("code-verifier", { design_path }),
  briefed("document-reviewer", { design_path, code_verification: passed.code_verification }),
  briefed("design-sync", { design_path }),
  yes("Do you approve the design"),
];
const planned: Passage = [
  designed,
  briefed("acceptance-test-generator", { design_path }),
  briefed("work-planner", passed),
  yes("Do you approve the plan"),
  briefed("task-decomposer", { plan_path }),
  commit("docs"),
];
const built: Passage = [
  planned,
  briefed("task-executor", { task_file }),
  briefed("quality-fixer", { task_file, files_modified }),
  commit("src", "test", "docs"),
  briefed("task-executor", { task_file: "docs/plans/tasks/session-expiry-task-02.md" }),
  briefed("quality-fixer", { task_file: "docs/plans/tasks/session-expiry-task-02.md", files_modified }),
  commit("src", "test", "docs"),
];
const without = (agent: string, name: string): string[] => [
  expect.stringMatching(`^spawn :\\d+ handoff/not-delivered: "${agent}" starts without ${name} \\(`),
];

test("a run in which each agent gets what its step passes is silent", async () => {
  const verified = [
    briefed("code-verifier", { design_path, files_modified }),
    briefed("security-reviewer", { design_path, files_modified }),
  ];
  expect(await found(built, verified, reported)).toEqual([]);
});

test.each<[string, string, Passage]>([
  ["codebase-analyzer", "requirement_analysis", [analyzed(), briefed("codebase-analyzer")]],
  ["technical-designer", "codebase_analysis", [coded, briefed("technical-designer", { requirement_analysis })]],
  [
    "task-decomposer",
    "plan_path",
    [
      designed,
      briefed("acceptance-test-generator", { design_path }),
      briefed("work-planner", passed),
      yes("Do you approve"),
      briefed("task-decomposer"),
    ],
  ],
  [
    "work-planner",
    "integration_tests",
    [
      designed,
      briefed("acceptance-test-generator", { design_path }),
      briefed("work-planner", { design_path, e2e_absence_reason: passed.e2e_absence_reason }),
    ],
  ],
  [
    "work-planner",
    "e2e_absence_reason",
    [
      designed,
      briefed("acceptance-test-generator", { design_path }),
      briefed("work-planner", { design_path, integration_tests: passed.integration_tests }),
    ],
  ],
  ["task-executor", "task_file", [planned, briefed("task-executor")]],
  [
    "quality-fixer",
    "files_modified",
    [planned, briefed("task-executor", { task_file }), briefed("quality-fixer", { task_file })],
  ],
  ["security-reviewer", "design_path", [built, briefed("security-reviewer", { files_modified })]],
])("finds that %s is not given %s", async (agent, name, events) => {
  expect(await found(events)).toEqual(without(agent, name));
});

test("a summary is not the answer", async () => {
  const summary = "verify never reads the expiry, and nothing tests it";
  const events = [coded, briefed("technical-designer", { requirement_analysis, codebase_analysis: summary })];
  expect(await found(events)).toEqual(without("technical-designer", "codebase_analysis"));
});

test.each([
  ["indented", JSON.stringify(JSON.parse(codebase_analysis), null, 2)],
  ["as JSON in JSON", JSON.stringify({ analysis: codebase_analysis })],
  ["in a file", ".baton/answers/codebase-analyzer.json"],
  ["with a part left out", JSON.stringify({ ...JSON.parse(codebase_analysis), limitations: [] })],
])("an answer is delivered %s", async (_, text) => {
  expect(await found(coded, briefed("technical-designer", { requirement_analysis, codebase_analysis: text }))).toEqual(
    [],
  );
});

test("the quality check of one task is not given another's file", async () => {
  const other = "docs/plans/tasks/session-expiry-task-02.md";
  const events = [
    planned,
    briefed("task-executor", { task_file }),
    briefed("quality-fixer", { task_file: other, files_modified: "src/session/verify.ts test/session/verify.test.ts" }),
  ];
  expect(await found(events)).toEqual(without("quality-fixer", "task_file"));
});

test("the quality check of the orchestrator's own change is told its files", async () => {
  const small = [analyzed({ scale: "small" }), yes("May I"), changed(["src/session/verify.ts"])];
  expect(await found(small, briefed("quality-fixer"))).toEqual(without("quality-fixer", "files_modified"));
  expect(await found(small, briefed("quality-fixer", { files_modified: "src/session/verify.ts" }))).toEqual([]);
});

test("what Baton hands over is delivered, and what it leaves out is not", async () => {
  const given = (...names: string[]): Passage => [
    spawn("codebase-analyzer"),
    handedOver("codebase-analyzer", names),
    answer("codebase-analyzer"),
  ];
  expect(await found(analyzed(), given("requirement_analysis"))).toEqual([]);
  expect(await found(analyzed(), given("requirements"))).toEqual(without("codebase-analyzer", "requirement_analysis"));
});

test.each<[string, Passage]>([
  ["cannot be read", step("codebase-analyzer")],
  [
    "is the whole conversation",
    [spawn("codebase-analyzer", { prompt: "Go on.", inherits: true }), answer("codebase-analyzer")],
  ],
  [
    "was cut",
    [spawn("codebase-analyzer", { prompt: "Go on… [cut: 90000 more characters]" }), answer("codebase-analyzer")],
  ],
  [
    "comes in two parts",
    [
      spawn("codebase-analyzer", { prompt: "Wait." }),
      addressed("codebase-analyzer", { prompt: promptOf({ requirement_analysis }) }),
      answer("codebase-analyzer"),
    ],
  ],
])("what an agent is told is held against nobody where it %s", async (_, events) => {
  expect((await found(analyzed(), events)).filter((one) => one.includes("handoff/"))).toEqual([]);
});

test("an author who comes back with findings need not be given the rest again", async () => {
  const revise = { verdict: { decision: "needs_revision", conditions: [] } };
  const first = [
    briefed("technical-designer", { requirement_analysis, codebase_analysis }),
    briefed("code-verifier", { design_path }),
    briefed("document-reviewer", { design_path, code_verification: passed.code_verification }, revise),
  ];
  expect(
    await found(coded, first, briefed("technical-designer", { findings: answerText("document-reviewer", revise) })),
  ).toEqual([]);
});

test("the fix of what a verifier found gets its findings", async () => {
  const discrepancies = [
    {
      id: "D1",
      status: "conflict",
      severity: "major",
      claim: "an expired token is refused with a 401",
      documentLocation: "docs/design/session-expiry-design.md:12",
      codeLocation: "src/session/verify.ts:9",
      evidence: "It answers 403 in that case",
    },
  ];
  const failing = { summary: { status: "inconsistent", consistencyScore: 40 }, discrepancies };
  const verified = [
    briefed("code-verifier", { design_path, files_modified }, failing),
    briefed("security-reviewer", { design_path, files_modified }),
  ];
  expect(await found(built, verified, briefed("task-executor", { findings: JSON.stringify(discrepancies) }))).toEqual(
    [],
  );
  expect(await found(built, verified, briefed("task-executor", { findings: "The status is wrong." }))).toEqual(
    without("task-executor", "findings"),
  );
});
