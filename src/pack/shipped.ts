import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Contract } from "../contract/contract.ts";
import { type ContractSchema, loadContract } from "../contract/load.ts";
import type { AnswerSchema } from "../response/answer-schema.ts";
import { compileSchema } from "../response/compile-schema.ts";

/** The contract and schemas this version of Baton ships with. */
export interface Shipped {
  readonly contract: Contract;
  /** The contract file's text: an unedited copy in a project needs no second reading. */
  readonly contractText: string;
  readonly contractSchema: ContractSchema;
  readonly schemas: ReadonlyMap<string, ShippedSchema>;
}

export interface ShippedSchema extends AnswerSchema {
  readonly text: string;
}

/**
 * Reads references/ of the source tree. In the bundle this module is replaced by one that holds the same values already
 * read and compiled, so that a command does not pay for YAML and ajv.
 */
export function loadShipped(): Shipped {
  const references = fileURLToPath(new URL("../../references/", import.meta.url));
  const contractText = readFileSync(`${references}contract.yaml`, "utf8");
  const schema: unknown = JSON.parse(readFileSync(`${references}contract.schema.json`, "utf8"));
  const contractSchema: ContractSchema = { schema, validate: compileSchema(schema) };
  const { contract, findings } = loadContract({ file: "references/contract.yaml", text: contractText }, contractSchema);
  const broken = findings.find((finding) => finding.severity === "error");
  if (broken !== undefined)
    throw new Error(`the shipped contract is broken: ${broken.message} (${JSON.stringify(broken.where)})`);
  const schemas = new Map<string, ShippedSchema>();
  for (const name of readdirSync(`${references}schemas`).sort()) {
    const agent = /^(.+)\.schema\.json$/.exec(name)?.[1];
    if (agent === undefined) continue;
    const text = readFileSync(`${references}schemas/${name}`, "utf8");
    const value: unknown = JSON.parse(text);
    const validate = lazily(() => compileSchema(value));
    schemas.set(agent, {
      agent,
      file: `references/schemas/${name}`,
      schema: value,
      text,
      validate: (answer) => validate()(answer),
    });
  }
  return { contract, contractText, contractSchema, schemas };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
