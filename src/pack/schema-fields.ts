import { asRecord } from "./record.ts";

const deepest = 6;

/** The dotted paths of all fields a JSON Schema describes, in conditional and referenced parts too; lists are not entered. */
export function schemaFields(schema: unknown): string[] {
  const found = new Set<string>();
  const visit = (node: unknown, path: string, depth: number): void => {
    const record = asRecord(node);
    if (record === undefined || depth > deepest) return;
    for (const [key, value] of Object.entries(asRecord(record["properties"]) ?? {})) {
      const inner = path === "" ? key : `${path}.${key}`;
      found.add(inner);
      visit(value, inner, depth + 1);
    }
    for (const part of partsOf(record, schema)) visit(part, path, depth + 1);
  };
  visit(schema, "", 0);
  return [...found];
}

/** The schemas that speak about the same value as this one does. */
function partsOf(record: Readonly<Record<string, unknown>>, schema: unknown): unknown[] {
  const lists = ["allOf", "anyOf", "oneOf"].map((key) => record[key]).filter((list) => Array.isArray(list));
  return [...lists.flat(), record["then"], record["else"], definition(record["$ref"], schema)];
}

function definition(reference: unknown, schema: unknown): unknown {
  const name = typeof reference === "string" ? /^#\/\$defs\/([^/]+)$/.exec(reference)?.[1] : undefined;
  return name === undefined ? undefined : asRecord(asRecord(schema)?.["$defs"])?.[name];
}
