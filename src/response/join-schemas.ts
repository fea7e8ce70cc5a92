type Schema = Readonly<Record<string, unknown>>;

/**
 * One schema that asks for what two ask for, for those who take one: fields of both, what either requires, the conditions
 * of both. Where both describe one field, the second narrows the first.
 */
export function joinSchemas(one: unknown, other: unknown): unknown {
  if (!isSchema(one)) return other;
  if (!isSchema(other)) return one;
  const joined: Record<string, unknown> = { ...one, ...other };
  for (const key of ["properties", "$defs"]) set(joined, key, joinFields(one[key], other[key]));
  set(joined, "required", unionOf(one["required"], other["required"]));
  set(joined, "allOf", listOf(one["allOf"], other["allOf"]));
  set(joined, "enum", commonOf(one["enum"], other["enum"]));
  if (one["additionalProperties"] === false) joined["additionalProperties"] = false;
  if (isSchema(one["items"]) && isSchema(other["items"])) joined["items"] = joinSchemas(one["items"], other["items"]);
  return joined;
}

/** Whether a schema can say anything: `true` and `false` cannot be joined with another. */
export function isSchema(value: unknown): value is Schema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function set(schema: Record<string, unknown>, key: string, value: unknown): void {
  if (value !== undefined) schema[key] = value;
}

function joinFields(one: unknown, other: unknown): Schema | undefined {
  if (!isSchema(one) || !isSchema(other)) return isSchema(one) ? one : isSchema(other) ? other : undefined;
  const fields = Object.entries(other).map(([name, field]) => [
    name,
    Object.hasOwn(one, name) ? joinSchemas(one[name], field) : field,
  ]);
  return { ...one, ...Object.fromEntries(fields) };
}

function unionOf(one: unknown, other: unknown): unknown[] | undefined {
  const all = listOf(one, other);
  return all === undefined ? undefined : [...new Set(all)];
}

function listOf(one: unknown, other: unknown): unknown[] | undefined {
  const lists = [one, other].filter((list) => Array.isArray(list));
  return lists.length === 0 ? undefined : lists.flat();
}

function commonOf(one: unknown, other: unknown): unknown[] | undefined {
  if (!Array.isArray(one) || !Array.isArray(other)) return undefined;
  return one.filter((value) => other.includes(value));
}
