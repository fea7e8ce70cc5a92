import { expect, test } from "vitest";
import { repositoryFile } from "../helpers/contract-schema.ts";
import { load } from "../helpers/workflow.ts";

const [flow] = load(repositoryFile("recipes/recipe-implement/workflow.yaml")).flows;

/** Every way out of a node, as `when → node (agent)`. */
function waysFrom(id: string): string[] {
  return (flow?.nodes.get(id)?.edges ?? []).map(({ when, to }) => {
    const agent = flow?.nodes.get(to)?.agent;
    return `${when === undefined ? "" : `${when} `}→ ${to}${agent === undefined ? "" : ` (${agent})`}`;
  });
}

// After batch approval: for each task, executor, test review when it is asked for, quality check, commit.
test.each([
  ["more_tasks", ["true → execute_task (task-executor)", "false → verify_all"]],
  ["execute_task", ["→ needs_test_review"]],
  ["needs_test_review", ["true → review_tests (integration-test-reviewer)", "false → check_quality (quality-fixer)"]],
  ["judge_tests", ["proceed → check_quality (quality-fixer)", "revise → execute_task (task-executor)"]],
  ["judge_quality", ["proceed → commit (orchestrator)", "revise → execute_task (task-executor)"]],
  ["commit", ["→ count_down"]],
  ["count_down", ["→ more_tasks"]],
])("each task: %s leads to %j", (node, ways) => {
  expect(waysFrom(node)).toEqual(ways);
});

// After the last task: both verifiers; a failure is fixed once, then it goes to the user.
test.each([
  ["verify_all", ["→ verify_code (code-verifier)", "→ review_security (security-reviewer)", "→ verified"]],
  ["all_passed", ["true → report (orchestrator)", "false → fixes_left"]],
  ["fixes_left", ["true → fix (task-executor)", "false → ask_user"]],
  ["fix", ["→ check_fix (quality-fixer)"]],
  ["count_fix", ["→ verify_all"]],
  ["ask_user", ["approve → report (orchestrator)", "reject → end"]],
])("final verification: %s leads to %j", (node, ways) => {
  expect(waysFrom(node)).toEqual(ways);
});

test("no stop point lies behind batch approval", () => {
  const reached = new Set<string>();
  const waiting = ["decompose"];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(flow?.nodes.get(id)?.edges ?? []).map(({ to }) => to));
  }
  expect([...reached].flatMap((id) => flow?.nodes.get(id)?.stop ?? [])).toEqual([]);
  expect(reached.has("end")).toBe(true);
});
