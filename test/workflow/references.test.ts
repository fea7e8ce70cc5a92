import { expect, test } from "vitest";
import { foundIn } from "../helpers/workflow.ts";

/** A workflow whose nodes are these lines. */
const flow = (...nodes: readonly string[]): string =>
  `workflows:\n  one:\n    nodes:\n${nodes.map((node) => `      ${node}\n`).join("")}`;
const end = "end: { type: end }";

test("finds nothing in a flow whose names exist and whose end can be reached", () => {
  const review = "review: { type: agent_task, agent: document-reviewer, passes: [prd_path], next: ask }";
  const ask = "ask: { type: approval, stop: prd-approval, on_approve: end, on_reject: review }";
  expect(foundIn(flow(review, ask, end))).toEqual([]);
});

test("finds an agent, a stop point and a handoff the contract does not have", () => {
  const review = "review: { type: agent_task, agent: document-reviewr, passes: [prd_path, prdpath], next: ask }";
  const ask = "ask: { type: approval, stop: prd-aproval, on_approve: end }";
  const found = foundIn(flow(review, ask, end));
  expect(found.map((one) => one.replace(/there are .* →/, "there are … →"))).toEqual([
    'workflow/unknown-agent «document-reviewr» "document-reviewr" is not an agent of the contract, there are … → did you mean "document-reviewer"?',
    'workflow/unknown-handoff «prdpath» "prdpath" is not a handoff, there are … → did you mean "prd_path"?',
    'workflow/unknown-stop «prd-aproval» "prd-aproval" is not a stop point, there are … → did you mean "prd-approval"?',
  ]);
  expect(found[2]).toContain(
    'there are "adr-approval", "batch-approval", "design-approval", "prd-approval", "requirements", "ui-spec-approval" →',
  );
});

test("knows the orchestrator as an agent", () => {
  expect(foundIn(flow("plan: { type: agent_task, agent: orchestrator, next: end }", end))).toEqual([]);
});

test("finds each node no way leads to, and names it", () => {
  const lost = "lost: { type: agent_task, agent: orchestrator, next: end }";
  expect(foundIn(flow("plan: { type: agent_task, agent: orchestrator, next: end }", lost, end))).toEqual([
    `workflow/unreachable «${lost.slice(6)}» no way leads to "lost" → lead an edge to it, or remove it`,
  ]);
});

test("finds a flow whose start leads to no end", () => {
  const text = flow(
    "plan: { type: agent_task, agent: orchestrator, next: build }",
    "build: { type: agent_task, agent: orchestrator, next: plan }",
  );
  expect(foundIn(text)).toEqual(["workflow/endless «nodes:» no end can be reached from the start"]);
});
