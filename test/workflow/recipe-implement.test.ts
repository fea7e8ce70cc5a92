import { expect, test } from "vitest";
import { walk } from "../../src/workflow/walk.ts";
import { repositoryFile } from "../helpers/contract-schema.ts";
import { load } from "../helpers/workflow.ts";

const { flows, findings } = load(repositoryFile("recipes/recipe-implement/workflow.yaml"));
const [flow] = flows;

/** A step a line: its agent (or what the orchestrator does itself), `[stop: …]`, and behind `?` what it depends on. */
function sequence(state: Readonly<Record<string, string>>): string[] {
  if (flow === undefined) throw new Error("recipe-implement has no flow");
  return walk(flow, state).map(({ node, onlyIf }) => {
    const what = node.type === "approval" ? `[stop: ${node.stop}]` : node.agent;
    const words = what === "orchestrator" ? `${what}: ${node.comment}` : what;
    return onlyIf === undefined ? `${words}` : `${words} ?${onlyIf}`;
  });
}

const requirements = ["requirement-analyzer", "[stop: requirements]"];
const prd = ["prd-creator", "document-reviewer", "[stop: prd-approval]"];
const adr = ["technical-designer", "document-reviewer", "[stop: adr-approval]"];
const design = [
  "codebase-analyzer",
  "technical-designer",
  "code-verifier",
  "document-reviewer",
  "design-sync",
  "[stop: design-approval]",
];
const plan = ["acceptance-test-generator", "work-planner", "[stop: batch-approval]", "task-decomposer"];
const commitDocuments = "orchestrator: commit of documents and skeletons";

test("loads against the shipped contract without a finding", () => {
  expect(findings).toEqual([]);
  expect(flows.map(({ id, start }) => [id, start])).toEqual([["recipe-implement", "analyze_requirements"]]);
});

test("small: a simplified plan, its approval, direct implementation with a quality check", () => {
  expect(sequence({ scale: "small" })).toEqual([
    ...requirements,
    "orchestrator: a simplified plan",
    "[stop: batch-approval]",
    "orchestrator: direct implementation",
    "quality-fixer",
    "orchestrator: commit",
    "orchestrator: completion report",
  ]);
});

test("medium: a design, a plan, and tasks without further stops", () => {
  expect(sequence({ scale: "medium" })).toEqual([...requirements, ...design, ...plan, commitDocuments]);
});

test("large: a PRD first, and an ADR as an option", () => {
  const option = adr.map((step) => `${step} ?adr_required`);
  expect(sequence({ scale: "large" })).toEqual([
    ...[...requirements, ...prd, ...option],
    ...[...design, ...plan, commitDocuments],
  ]);
});

test("large: the ADR is written when it is required, and left out when it is not", () => {
  const rest = [...design, ...plan, commitDocuments];
  expect(sequence({ scale: "large", adr_required: "true" })).toEqual([...requirements, ...prd, ...adr, ...rest]);
  expect(sequence({ scale: "large", adr_required: "false" })).toEqual([...requirements, ...prd, ...rest]);
});

test("ends at the requirements stop as long as the scale is not known", () => {
  expect(sequence({})).toEqual(requirements);
});
