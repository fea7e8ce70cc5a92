import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Contract } from "../contract/contract.ts";
import { type ContractSchema, loadContract } from "../contract/load.ts";
import type { AnswerSchema } from "../response/answer-schema.ts";
import { compileFits, compileSchema, type Validate } from "../response/compile-schema.ts";
import type { SourcedFlow } from "../workflow/graph.ts";
import { loadWorkflows, type WorkflowSchema } from "../workflow/load.ts";
import { withUnixLineEnds } from "./read-text.ts";

/** The contract and schemas this version of Baton ships with. */
export interface Shipped {
  readonly contract: Contract;
  /** The contract file's text: an unedited copy in a project needs no second reading. */
  readonly contractText: () => Promise<string>;
  readonly contractSchema: () => Promise<ContractSchema>;
  readonly workflowSchema: () => Promise<WorkflowSchema>;
  /** The schema of an agent's answer, loaded when it is asked for; undefined for an agent that is not shipped. */
  readonly schemaOf: (agent: string) => Promise<ShippedSchema | undefined>;
  /** The flow of a recipe with the text it was read from; undefined for a recipe that is not shipped. */
  readonly flowOf: (recipe: string) => Promise<ShippedFlow | undefined>;
}

export interface ShippedSchema extends AnswerSchema {
  /** The schema as JSON in its shortest form: a copy in a project, however it is laid out, needs no second check. */
  readonly json: string;
}

export interface ShippedFlow {
  readonly flow: SourcedFlow;
  readonly text: string;
}

let loaded: Shipped | undefined;

/**
 * Reads references/ of the source tree, once a process. In the bundle this module is replaced by one that holds the same values already
 * read and compiled, so that a command does not pay for YAML and ajv.
 */
export async function loadShipped(): Promise<Shipped> {
  loaded ??= readShipped();
  return loaded;
}

function readShipped(): Shipped {
  const contractText = read("contract.yaml");
  const contractSchema: ContractSchema = compiled("contract.schema.json");
  const { contract, findings } = loadContract({ file: "references/contract.yaml", text: contractText }, contractSchema);
  const broken = findings.find((finding) => finding.severity === "error");
  if (broken !== undefined)
    throw new Error(`the shipped contract is broken: ${broken.message} (${JSON.stringify(broken.where)})`);
  const schemas = new Map<string, ShippedSchema | undefined>();
  const flows = new Map<string, ShippedFlow | undefined>();
  return {
    contract,
    contractText: async () => contractText,
    contractSchema: async () => contractSchema,
    workflowSchema: async () => compiled("workflow.schema.json"),
    schemaOf: async (agent) => {
      if (!schemas.has(agent)) schemas.set(agent, readSchema(agent, contract));
      return schemas.get(agent);
    },
    flowOf: async (recipe) => {
      if (!flows.has(recipe)) flows.set(recipe, readFlow(recipe, contract));
      return flows.get(recipe);
    },
  };
}

function readFlow(recipe: string, contract: Contract): ShippedFlow | undefined {
  if (!isRecipeName(recipe)) return undefined;
  const file = `recipes/${recipe}/workflow.yaml`;
  const url = new URL(`../../${file}`, import.meta.url);
  if (!existsSync(url)) return undefined;
  const text = readFileSync(url, "utf8");
  const { flows, findings } = loadWorkflows({ file, text }, compiled("workflow.schema.json"), contract);
  const flow = flows.find((one) => one.id === recipe);
  if (flow === undefined || findings.some((finding) => finding.severity === "error"))
    throw new Error(`the shipped flow of ${recipe} is broken: ${findings[0]?.message ?? "it is not in its file"}`);
  return { flow: { ...flow, sha256: hash("sha256", withUnixLineEnds(text)) }, text };
}

/** Whether a name can be a recipe's: it becomes part of a path. */
export function isRecipeName(name: string): boolean {
  return /^recipe-[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

function compiled(path: string): { schema: unknown; validate: Validate } {
  const schema: unknown = JSON.parse(read(path));
  return { schema, validate: compileSchema(schema) };
}

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../references/${path}`, import.meta.url)), "utf8");
}

function readSchema(agent: string, contract: Contract): ShippedSchema | undefined {
  if (!contract.agents.some((one) => one.name === agent)) return undefined;
  const path = `schemas/${agent}.schema.json`;
  const schema: unknown = JSON.parse(read(path));
  return { agent, file: `references/${path}`, schema, fits: compileFits(schema), json: JSON.stringify(schema) };
}
