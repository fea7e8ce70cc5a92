type Schema = Readonly<Record<string, unknown>>;

/** Keywords that OpenAI's strict mode refuses; `baton validate` still holds them afterwards. */
const dropped = new Set([
  "$schema",
  "$id",
  "allOf",
  "if",
  "then",
  "else",
  "examples",
  "dependentRequired",
  "minLength",
  "maxLength",
  "pattern",
  "uniqueItems",
  "title",
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
    if (dropped.has(key) || (key === "anyOf" && isCondition(value))) continue;
    result[key] =
      key === "properties" || key === "$defs"
        ? mapValues(value as Schema)
        : key === "enum" || key === "const"
          ? value
          : strictSchema(value);
  }
  if (isObjectSchema(result)) {
    result["properties"] ??= {};
    result["required"] = Object.keys(result["properties"] as Schema);
    result["additionalProperties"] = false;
  }
  return result;
}

function mapValues(schemas: Schema): Schema {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, strictSchema(schema)]));
}

function isObjectSchema(schema: Schema): boolean {
  const { type } = schema;
  return type === "object" || (Array.isArray(type) && type.includes("object"));
}

/** An anyOf that only narrows (`required`, `properties` without a type) is a condition, not a choice of types. */
function isCondition(branches: unknown): boolean {
  return (
    Array.isArray(branches) &&
    branches.every((branch) => !Object.hasOwn(branch as object, "type") && !Object.hasOwn(branch as object, "$ref"))
  );
}
