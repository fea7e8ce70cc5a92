import { expect, test } from "vitest";
import { judge } from "../../../src/audit/audit-timeline.ts";
import { emptyCase } from "../../../src/audit/case.ts";
import { evolveCase } from "../../../src/audit/evolve-case.ts";
import { dueAt } from "../../../src/audit/handoff/due-at.ts";
import { shipped } from "../../helpers/shipped-rules.ts";
import { passed } from "../support/briefed.ts";
import { analyzed, decided, decomposed, designed, planned, specified, task } from "../support/runs.ts";
import {
  answer,
  answerText,
  changed,
  commit,
  type Passage,
  person,
  spawn,
  step,
  told,
  turnEnded,
} from "../support/story.ts";

const course = {
  flow: (await shipped.flowOf("recipe-implement"))?.flow ?? expect.fail("the flow is not there"),
  contract: shipped.contract,
};
const schemasFor = async (agent: string) => [await shipped.schemaOf(agent)].filter((one) => one !== undefined);

/** What is due to an agent that starts after these passages, each name with its material. */
async function due(type: string, ...passages: readonly Passage[]): Promise<[string, ...string[]][]> {
  let state = emptyCase;
  for (const event of told(...passages).events) {
    const verdict = await judge(event, { contract: course.contract, schemasFor });
    state = evolveCase(course, state, event, verdict).after;
  }
  return dueAt(course, state, type).map(({ name, material }) => [name, ...material]);
}

const { design_path, code_verification, task_file } = passed;
const adr = "docs/adr/ADR-0001-clock.md";
const prd = "docs/prd/session-expiry-prd.md";
const large: Passage = [analyzed({ scale: "large", adrRequired: true, adrReason: "A clock" }), specified, decided];

test("an answer is due whole, once it has been given", async () => {
  expect(await due("codebase-analyzer", analyzed())).toEqual([
    ["requirement_analysis", answerText("requirement-analyzer")],
  ]);
  expect(await due("codebase-analyzer")).toEqual([]);
});

test("what another author wrote before is passed on", async () => {
  const analysis = answerText("requirement-analyzer", { scale: "large", adrRequired: true, adrReason: "A clock" });
  expect(await due("codebase-analyzer", large)).toEqual([
    ["requirement_analysis", analysis],
    ["prd_path", prd],
    ["adr_path", adr],
  ]);
});

test("an architecture decision is not the design its author wrote later", async () => {
  const until = [large, step("codebase-analyzer"), step("technical-designer"), step("code-verifier")];
  expect(await due("document-reviewer", until)).toEqual([
    ["design_path", design_path],
    ["code_verification", code_verification],
  ]);
});

test("skeletons that were not called for are not due, the reason for it is", async () => {
  expect(await due("work-planner", analyzed(), designed, step("acceptance-test-generator"))).toEqual([
    ["design_path", design_path],
    ["integration_tests", passed.integration_tests],
    ["e2e_absence_reason", passed.e2e_absence_reason],
  ]);
});

test("open conditions are due to the next phase", async () => {
  const conditions = ["State the clock skew that is tolerated"];
  const reviewed = [
    step("codebase-analyzer"),
    step("technical-designer"),
    step("code-verifier"),
    step("document-reviewer", { verdict: { decision: "approved_with_conditions", conditions } }),
    step("design-sync"),
  ];
  const approved = [turnEnded("Do you approve the design?"), person("Yes.")];
  expect(await due("acceptance-test-generator", analyzed(), reviewed, approved)).toEqual([
    ["conditions", ...conditions],
    ["design_path", design_path],
  ]);
});

test("an executor is due one of the task files, its quality check the same and what it changed", async () => {
  const until: Passage = [analyzed(), designed, planned, decomposed(2)];
  const files = ["docs/plans/tasks/session-expiry-task-01.md", "docs/plans/tasks/session-expiry-task-02.md"];
  expect(await due("task-executor", until)).toEqual([["task_file", ...files]]);
  const executed = [spawn("task-executor", { prompt: `task_file: ${task_file}` }), answer("task-executor")];
  expect(await due("quality-fixer", until, executed)).toEqual([
    ["task_file", task_file],
    ["files_modified", "src/session/verify.ts", "test/session/verify.test.ts", task_file],
  ]);
});

test("the files of the orchestrator's own change are due to its quality check", async () => {
  const small: Passage = [
    analyzed({ scale: "small" }),
    turnEnded("May I?"),
    person("Yes."),
    changed(["src/a.ts", "docs/a.md"]),
  ];
  expect(await due("quality-fixer", small)).toEqual([["files_modified", "src/a.ts"]]);
});

test("findings are due of the verifiers that failed", async () => {
  const until: Passage = [analyzed(), designed, planned, decomposed(1), task];
  const fixes = ["Compare in constant time"];
  const unsafe = { status: "needs_revision", notes: null, requiredFixes: fixes };
  const verified = [step("code-verifier"), step("security-reviewer", unsafe)];
  expect(await due("task-executor", until, verified)).toEqual([["findings", JSON.stringify(fixes)]]);
});

test("nothing is due to an agent the flow does not wait for", async () => {
  expect(await due("quality-fixer", analyzed(), commit("docs"))).toEqual([]);
});
