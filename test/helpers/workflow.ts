import { compileSchema } from "../../src/response/compile-schema.ts";
import { loadWorkflows, type WorkflowSchema } from "../../src/workflow/load.ts";
import { repositoryFile } from "./contract-schema.ts";
import { shipped } from "./layer.ts";
import { saidAt } from "./said-at.ts";

const schema: unknown = JSON.parse(repositoryFile("references/workflow.schema.json"));
const workflowSchema: WorkflowSchema = { schema, validate: compileSchema(schema) };

/** Loads a workflow file against the shipped contract. */
export function load(text: string): ReturnType<typeof loadWorkflows> {
  return loadWorkflows({ file: "workflow.yaml", text }, workflowSchema, shipped.contract);
}

/** What is found in a workflow file, each finding with the words it points at. */
export function foundIn(text: string): string[] {
  return load(text).findings.map(saidAt(text));
}
