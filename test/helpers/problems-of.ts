import { type SchemaProblem, schemaProblems } from "../../src/core/schema-problem.ts";
import { compileSchema } from "../../src/response/compile-schema.ts";

/** What is wrong with a value, as `kind pointer: message` and, behind an arrow, the hint. */
export function problemsOf(schema: unknown, value: unknown): string[] {
  return schemaProblems(compileSchema(schema)(value), schema, value).map(inWords);
}

function inWords({ kind, pointer, message, hint }: SchemaProblem): string {
  return `${kind} ${pointer === "" ? "(all)" : pointer}: ${message}${hint === undefined ? "" : ` → ${hint}`}`;
}
