import { compileSchema } from "../response/compile-schema.ts";
import { schemaFlaw } from "../response/schema-flaw.ts";
import type { PackSchema } from "./pack.ts";

/** Compiles a JSON Schema, or says why it does not compile. */
export function tryCompile(schema: unknown): Pick<PackSchema, "validate" | "compileError"> {
  try {
    return { validate: compileSchema(schema), compileError: undefined };
  } catch (error) {
    return { validate: undefined, compileError: schemaFlaw(error) };
  }
}
