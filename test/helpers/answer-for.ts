import { type SchemaProblem, schemaProblems } from "../../src/core/schema-problem.ts";
import type { AnswerSchema } from "../../src/response/answer-schema.ts";
import { compileSchema, type Validate } from "../../src/response/compile-schema.ts";

type Json = Record<string, unknown>;
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly examples?: readonly Json[];
}

const checks = new WeakMap<AnswerSchema, Validate>();

/** A copy of the example a schema carries. */
export function exampleOf({ schema }: AnswerSchema): Json {
  const [example] = (schema as Schema).examples ?? [];
  if (example === undefined) throw new Error("the schema has no example");
  return structuredClone(example);
}

/** The schema's example with the field at a dotted path set, and every condition that this brings in met. */
export function answerFor(schema: AnswerSchema, path: string, value: string): Json {
  const answer = exampleOf(schema);
  set(answer, path.split("."), value);
  const check = checks.get(schema) ?? compileSchema(schema.schema);
  checks.set(schema, check);
  for (let round = 0; round < 10; round++) {
    const [problem] = schemaProblems(check(answer), schema.schema, answer);
    if (problem === undefined) return answer;
    mend(answer, problem, schema.schema as Schema);
  }
  throw new Error(`${schema.agent}: no answer with ${path}: ${value} found`);
}

/** Gives what is missing or empty the value its schema describes, and empties what is excluded. */
function mend(answer: Json, { kind, pointer, message }: SchemaProblem, schema: Schema): void {
  const path = pointer.split("/").slice(1);
  const missing = /"([^"]+)" is (?:missing|empty)/.exec(message)?.[1]?.replace(/^.*\./, "");
  if (kind === "missing" && / is missing/.test(message) && missing !== undefined) path.push(missing);
  else if (kind === "empty" && path.length === 0 && missing !== undefined) path.push(missing);
  set(answer, path, kind === "excluded" ? null : sampleOf(schemaAt(schema, path)));
}

function sampleOf(schema: Schema): unknown {
  const [type] = [schema.type ?? "enum"].flat();
  switch (type) {
    case "enum":
      return schema.enum?.find((one) => one !== null);
    case "array":
      return [sampleOf(schema.items ?? {})];
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]),
      );
    case "boolean":
      return true;
    case "integer":
    case "number":
      return 1;
    default:
      return "words";
  }
}

function schemaAt(schema: Schema, path: readonly string[]): Schema {
  return path.reduce((at, name) => (/^\d+$/.test(name) ? at.items : at.properties?.[name]) ?? {}, schema);
}

function set(target: Json, path: readonly string[], value: unknown): void {
  const [last = "", ...above] = path.toReversed();
  const holder = above.toReversed().reduce((at, name) => at[name] as Json, target);
  holder[last] = value;
}
