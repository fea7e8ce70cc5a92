import { expect, test } from "vitest";
import { foundIn, load } from "../helpers/workflow.ts";

const flow = (node: string): string => `workflows:
  one:
    nodes:
      first: ${node}
      other: { type: agent_task, agent: orchestrator, next: last }
      last: { type: end }
`;
const unknown = (name: string): string =>
  `workflow/unknown-node «${name}» "${name}" is not a node, there are "first", "last", "other"`;

test.each([
  ["next", "{ type: expression, set: { a: b }, next: nowhere, default: other }"],
  ["a branch of a value", "{ type: branch, condition: scale, branches: { small: nowhere, large: other } }"],
  ["a branch by default", "{ type: branch, condition: scale, branches: { small: other }, default: nowhere }"],
  ["a parallel branch", "{ type: parallel, branches: [other, nowhere], join: last }"],
  ["a join", "{ type: parallel, branches: [other], join: nowhere }"],
  ["an approval", "{ type: approval, on_approve: nowhere, on_reject: other }"],
  ["a rejection", "{ type: approval, on_approve: other, on_reject: nowhere }"],
  ["an error", "{ type: agent_task, agent: orchestrator, next: other, on_error: { fallback_node: nowhere } }"],
])("finds an unknown node behind %s, where it is named", (_, node) => {
  expect(foundIn(flow(node))).toEqual([unknown("nowhere")]);
});

test("suggests the node that is meant", () => {
  expect(foundIn(flow("{ type: expression, set: { a: b }, next: othr, default: other }"))).toEqual([
    `${unknown("othr")} → did you mean "other"?`,
  ]);
});

test("says of an unknown start nothing but that", () => {
  const text = `workflows: { one: { start: begin, nodes: { first: { type: end } } } }\n`;
  expect(foundIn(text)).toEqual(['workflow/unknown-node «begin» "begin" is not a node, there are "first"']);
});

test("an edge says what leads there, and the plain way says nothing", () => {
  const { flows } = load(flow("{ type: approval, next: other, on_approve: last, on_reject: first }"));
  expect(flows[0]?.nodes.get("first")?.edges.map(({ to, when }) => [to, when])).toEqual([
    ["other", undefined],
    ["last", "approve"],
    ["first", "reject"],
  ]);
});
