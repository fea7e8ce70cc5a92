import { expect, test } from "vitest";
import { foundIn, load } from "../helpers/workflow.ts";

const flow = (node: string): string =>
  `workflows:\n  one:\n    nodes:\n      first: ${node}\n      last: { type: end }\n`;

test("finds an unknown key where it stands, with the one that is meant", () => {
  const found = foundIn(flow("{ type: agent_task, agent: orchestrator, nxt: last }"));
  expect(found.map((one) => one.replace(/known are .* →/, "known are … →"))).toEqual([
    'workflow/shape «nxt» in "workflows.one.nodes.first" "nxt" is not a known field, known are … → did you mean "next"?',
  ]);
});

test.each([
  [
    "a type there is not",
    "{ type: approvl, on_approve: last }",
    '«approvl» "workflows.one.nodes.first.type" is "approvl", not one of "agent_task", "approval", "branch", "end", "expression", "join", "parallel" → did you mean "approval"?',
  ],
  [
    "a task without an agent",
    "{ type: agent_task, next: last }",
    '«{ type: agent_task, next: last }» in "workflows.one.nodes.first" "agent" is missing when "type" is "agent_task"',
  ],
  [
    "a branch without a condition",
    "{ type: branch, branches: { a: last } }",
    '«{ type: branch, branches: { a: last } }» in "workflows.one.nodes.first" "condition" is missing when "type" is "branch"',
  ],
  ["a node that is a text", "approve", '«approve» "workflows.one.nodes.first" is "approve", not an object'],
])("finds %s", (_, node, said) => {
  expect(foundIn(flow(node))).toEqual([`workflow/shape ${said}`]);
});

test("gives no flow when the shape is wrong, so that nothing half-read is run", () => {
  expect(load(flow("{ type: approvl }")).flows).toEqual([]);
});

test("says what is wrong with YAML that cannot be read", () => {
  const { flows, findings } = load("workflows: [\n");
  expect(flows).toEqual([]);
  expect(findings.map(({ code, where }) => [code, where.file, where.span?.line])).toEqual([
    ["parse/yaml", "workflow.yaml", 2],
  ]);
});
