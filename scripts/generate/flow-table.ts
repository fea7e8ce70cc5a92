import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../../src/contract/contract.ts";
import { type Flow, orchestrator } from "../../src/workflow/graph.ts";
import { loadWorkflows, type WorkflowSchema } from "../../src/workflow/load.ts";
import { type WalkedStep, walk } from "../../src/workflow/walk.ts";

const scales = ["small", "medium", "large"] as const;

/**
 * The flow of a recipe as a table, a row a scale; undefined when the recipe has no workflow.
 * @throws Error when its workflow.yaml has findings
 */
export function flowTable(
  root: string,
  recipe: string,
  contract: Contract,
  schema: WorkflowSchema,
): string | undefined {
  const file = `recipes/${recipe}/workflow.yaml`;
  if (!existsSync(join(root, file))) return undefined;
  const source = { file, text: readFileSync(join(root, file), "utf8") };
  const { flows, findings } = loadWorkflows(source, schema, contract);
  const [first] = findings;
  if (first !== undefined) throw new Error(`${file}: ${first.message} (${first.where.pointer ?? ""})`);
  const flow = flows.find((one) => one.id === recipe);
  if (flow === undefined) throw new Error(`${file}: has no workflow named "${recipe}"`);
  const rows = scales.map((scale) => `| ${scale} | ${way(flow, scale)} |`);
  return ["| Scale | Flow |", "|---|---|", ...rows].join("\n");
}

function way(flow: Flow, scale: string): string {
  const words: string[] = [];
  for (const step of walk(flow, { scale })) {
    if (step.node.type === "approval") words.push(`${words.pop() ?? ""} **[stop: ${step.node.stop ?? step.node.id}]**`);
    else words.push(stepWords(step));
  }
  return words.join(" → ");
}

function stepWords({ node, onlyIf }: WalkedStep): string {
  const condition =
    onlyIf === undefined ? "" : ` (if ${onlyIf.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())})`;
  if (node.agent === orchestrator) return `${node.comment ?? node.id}${condition}`;
  return `${node.agent ?? node.id}${node.comment === undefined ? "" : ` ${node.comment}`}${condition}`;
}
