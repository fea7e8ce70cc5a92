import { readFileSync } from "node:fs";
import type { ContractSchema } from "../../src/contract/load.ts";
import { compileSchema } from "../../src/response/compile-schema.ts";

/** The text of a file of this repository. */
export function repositoryFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

const schema: unknown = JSON.parse(repositoryFile("references/contract.schema.json"));

/** references/contract.schema.json, compiled. */
export const contractSchema: ContractSchema = { schema, validate: compileSchema(schema) };
