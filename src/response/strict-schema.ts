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
 * no conditions. Optional properties admit null already, so an answer made with this variant fits the full schema's types.
 * Source: OpenAI, "Structured Outputs", supported schemas.
 */
export function strictSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strictSchema);
  if (schema === null || typeof schema !== "object") return schema;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema as Schema)) {
    if (dropped.has(key) || ((key === "anyOf" || key === "oneOf") && isCondition(value))) continue;
    result[key === "oneOf" ? "anyOf" : key] = strictValue(key, value);
  }
  const types = typesOfValues(result);
  if (types !== undefined && result["type"] === undefined) result["type"] = types;
  if (isObjectSchema(result)) {
    result["type"] ??= "object";
    result["properties"] ??= {};
    result["required"] = Object.keys(result["properties"] as Schema);
    result["additionalProperties"] = false;
  }
  return result;
}

function strictValue(key: string, value: unknown): unknown {
  if (key === "enum" || key === "const") return value;
  if (key !== "properties" && key !== "$defs") return strictSchema(value);
  return Object.fromEntries(Object.entries(value as Schema).map(([name, schema]) => [name, strictSchema(schema)]));
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
