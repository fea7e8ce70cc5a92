import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { SchemaError } from "../core/schema-problem.ts";
import { schemaPaths } from "./schema-paths.ts";

/** Lists what is wrong with a value; empty when it fits. */
export type Validate = (value: unknown) => readonly SchemaError[];

/** The options every schema of Baton is compiled with, here and in the precompiled checks of the bundle. */
export const ajvOptions = {
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  // A format is a remark: which ones a program checks, and how, differs.
  validateFormats: false,
} as const;

/** Compiles a schema into the question whether a value fits. @throws Error with ajv's words when it is not usable */
export function compileFits(schema: unknown): (value: unknown) => boolean {
  const check = new Ajv2020(ajvOptions).compile(synchronous(schema));
  return (value) => check(value);
}

/** A schema with `$async` would answer with a promise, which is true of every value. @throws Error for such a schema */
function synchronous(schema: unknown): object {
  if (schema !== null && typeof schema === "object" && "$async" in schema)
    throw new Error('strict mode: unknown keyword: "$async"');
  return schema as object;
}

/**
 * Compiles a JSON Schema of draft 2020-12.
 * @throws Error with ajv's words when the schema itself is not usable
 */
export function compileSchema(schema: unknown): Validate {
  const check = new Ajv2020({ ...ajvOptions, allErrors: true, verbose: true }).compile(synchronous(schema));
  let paths: ReturnType<typeof schemaPaths> | undefined;
  return (value) => {
    if (check(value)) return [];
    paths ??= schemaPaths(schema);
    return (check.errors ?? []).map((error) => fromRoot(error, paths));
  };
}

/** ajv's path of an error behind a `$ref` may begin at what the reference names: here every path begins at the root. */
function fromRoot(error: ErrorObject, paths: ReadonlyMap<unknown, string> | undefined): SchemaError {
  const { schema: _schema, parentSchema, data: _data, ...rest } = error;
  const holder = paths?.get(parentSchema);
  if (holder === undefined) return rest;
  return { ...rest, schemaPath: `${holder}/${error.schemaPath.slice(error.schemaPath.lastIndexOf("/") + 1)}` };
}
