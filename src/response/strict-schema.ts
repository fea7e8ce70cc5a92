import { Failure } from "../core/failure.ts";
import { nameOf } from "../core/value-words.ts";
import { isSchema, joinSchemas } from "./join-schemas.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Keywords that OpenAI's strict mode refuses; `baton validate` still holds them afterwards. */
const dropped = new Set([
  ...["$schema", "$id", "$anchor", "$comment", "title", "examples", "default", "deprecated", "readOnly", "writeOnly"],
  ...["allOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas"],
  ...["minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType", "contentSchema"],
  ...["uniqueItems", "prefixItems", "contains", "minContains", "maxContains", "unevaluatedItems"],
  ...["patternProperties", "propertyNames", "minProperties", "maxProperties", "unevaluatedProperties"],
]);

/**
 * The variant of an answer's schema for `codex exec --output-schema`: every property required, nothing additional,
 * no conditions. What was optional admits null instead: an answer made with this variant fits the full schema where that
 * admits null, too, as the shipped ones do.
 * Source: OpenAI, "Structured Outputs", supported schemas.
 * @throws Failure response/not-strict for a field that may have any name, or any value
 */
export function strictSchema(schema: unknown): unknown {
  const root = isSchema(schema) && typeof schema["$ref"] === "string" ? inlined(schema, schema["$ref"]) : schema;
  return strictAt(root, "");
}

/** A root has to be the object itself. */
function inlined(schema: Schema, reference: string): unknown {
  const { $ref: _, ...rest } = schema;
  const name = /^#\/\$defs\/([^/]+)$/.exec(reference)?.[1];
  const target = name === undefined ? undefined : (schema["$defs"] as Schema | undefined)?.[name];
  return joinSchemas(target, rest);
}

function strictAt(given: unknown, pointer: string): unknown {
  if (Array.isArray(given)) return given.map((one, at) => strictAt(one, `${pointer}/${at}`));
  if (!isSchema(given)) return given;
  const schema = withAllOf(given);
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (dropped.has(key) || ((key === "anyOf" || key === "oneOf") && isCondition(value))) continue;
    result[key === "oneOf" ? "anyOf" : key] = strictValue(key, value, pointer);
  }
  const types = typesOfValues(result);
  if (types !== undefined && result["type"] === undefined) result["type"] = types;
  if (isObjectSchema(result)) {
    refuseMaps(schema, pointer);
    const required = (schema["required"] ?? []) as readonly unknown[];
    const properties = Object.entries((result["properties"] ?? {}) as Schema);
    result["type"] ??= "object";
    result["properties"] = Object.fromEntries(
      properties.map(([name, field]) => [name, required.includes(name) ? field : orNull(field)]),
    );
    result["required"] = properties.map(([name]) => name);
    result["additionalProperties"] = false;
  }
  return result;
}

function strictValue(key: string, value: unknown, pointer: string): unknown {
  if (key === "enum" || key === "const") return value;
  if (key !== "properties" && key !== "$defs") return strictAt(value, key === "items" ? `${pointer}/0` : pointer);
  const fields = Object.entries(value as Schema).map(([name, schema]) => {
    const at = key === "$defs" ? `/${name}` : `${pointer}/${name}`;
    if (
      schema === true ||
      (isSchema(schema) && Object.keys(schema).every((one) => dropped.has(one) || one === "description"))
    )
      throw notStrict(`${nameOf(at)} may hold anything`, "give it a type");
    return [name, strictAt(schema, at)];
  });
  return Object.fromEntries(fields);
}

/** What a schema asks for through others without a condition is asked for as its own. */
function withAllOf(schema: Schema): Schema {
  const parts = Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
  const plain = parts.filter((part) => isSchema(part) && !("if" in part) && !("$ref" in part));
  const { allOf: _, ...rest } = schema;
  return plain
    .map((part) => withAllOf(part as Schema))
    .reduce<Schema>((all, part) => joinSchemas(part, all) as Schema, rest);
}

function refuseMaps(schema: Schema, pointer: string): void {
  const more = schema["additionalProperties"] ?? schema["patternProperties"];
  if (!isSchema(more)) return;
  throw notStrict(`${nameOf(pointer)} has fields of any name`, "make it a list of objects with a name and a value");
}

function notStrict(message: string, hint: string): Failure {
  return new Failure("response/not-strict", `${message}, which strict mode cannot express`, { hint });
}

/** The schema with null admitted. */
function orNull(field: unknown): unknown {
  if (!isSchema(field)) return field;
  const { type, anyOf, $ref } = field;
  const values = field["enum"] ?? (field["const"] === undefined ? undefined : [field["const"]]);
  if (Array.isArray(anyOf)) {
    const isNull = anyOf.some((one) => isSchema(one) && one["type"] === "null");
    return isNull ? field : { ...field, anyOf: [...anyOf, { type: "null" }] };
  }
  if ($ref !== undefined || type === undefined) return { anyOf: [field, { type: "null" }] };
  const types = Array.isArray(type) ? type : [type];
  const { const: _, ...rest } = field;
  return {
    ...rest,
    ...(Array.isArray(values) && { enum: values.includes(null) ? values : [...values, null] }),
    type: types.includes("null") ? type : [...types, "null"],
  };
}

/** Strict mode wants a type beside an enum or a const: that of its values. */
function typesOfValues(schema: Schema): string | string[] | undefined {
  const values = schema["enum"] ?? (schema["const"] === undefined ? undefined : [schema["const"]]);
  if (!Array.isArray(values)) return undefined;
  const types = [...new Set(values.map((value) => (value === null ? "null" : typeof value)))];
  return types.length === 1 ? types[0] : types;
}

function isObjectSchema(schema: Schema): boolean {
  const { type } = schema;
  if (type === undefined) return schema["properties"] !== undefined;
  return type === "object" || (Array.isArray(type) && type.includes("object"));
}

/** A choice that only narrows (`required`, `properties` without a type) is a condition, not a choice of types. */
function isCondition(branches: unknown): boolean {
  return (
    Array.isArray(branches) &&
    branches.every((branch) => !["type", "$ref", "enum", "const"].some((key) => Object.hasOwn(branch as object, key)))
  );
}
