import { asRecord } from "./record.ts";

const deepest = 6;

/** The dotted paths of all fields a JSON Schema describes, in conditional and referenced parts too; lists are not entered. */
export function schemaFields(schema: unknown): string[] {
  const found = new Set<string>();
  visit(schema, "", 0);
  return [...found];

  function visit(node: unknown, path: string, depth: number): void {
    const record = asRecord(node);
    if (record === undefined || depth > deepest) return;
    for (const [key, value] of Object.entries(asRecord(record["properties"]) ?? {})) {
      const inner = path === "" ? key : `${path}.${key}`;
      found.add(inner);
      visit(value, inner, depth + 1);
    }
    for (const key of ["allOf", "anyOf", "oneOf"]) {
      const parts = record[key];
      for (const part of Array.isArray(parts) ? parts : []) visit(part, path, depth + 1);
    }
    for (const key of ["then", "else"]) visit(record[key], path, depth + 1);
    const reference = record["$ref"];
    if (typeof reference === "string") visit(definition(reference), path, depth + 1);
  }

  function definition(reference: string): unknown {
    const name = /^#\/\$defs\/([^/]+)$/.exec(reference)?.[1];
    return name === undefined ? undefined : asRecord(asRecord(schema)?.["$defs"])?.[name];
  }
}
