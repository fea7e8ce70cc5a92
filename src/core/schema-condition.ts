import { child, show } from "./value-words.ts";

/**
 * The condition under which a schema's error holds: `"status" is "blocked"` for one raised inside `then` (or `else`),
 * read from the neighbouring `if`. Undefined when it holds always, or the condition has no short words.
 * @param schemaPath ajv's, a URI fragment such as `#/allOf/0/then/required`
 */
export function conditionOf(schemaPath: string, schema: unknown): string | undefined {
  const segments = schemaSegments(schemaPath);
  const at = Math.max(segments.lastIndexOf("then"), segments.lastIndexOf("else"));
  if (at < 0) return undefined;
  const branch = segments.slice(0, at).reduce<unknown>(child, schema);
  const said = wordsOf(child(branch, "if"));
  if (said === undefined) return undefined;
  return segments[at] === "then" ? said : `it is not so that ${said}`;
}

/** The schema that holds the keyword an error's `schemaPath` ends in; undefined when the path leaves this schema. */
export function schemaHolding(schemaPath: string, schema: unknown): unknown {
  return schemaSegments(schemaPath).slice(0, -1).reduce<unknown>(child, schema);
}

function schemaSegments(schemaPath: string): string[] {
  return schemaPath
    .replace(/^#\/?/, "")
    .split("/")
    .map((part) => decoded(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** ajv escapes the property names it adds, and takes over a `$ref` as it was written, which may hold a bare `%`. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function wordsOf(condition: unknown): string | undefined {
  const properties = child(condition, "properties");
  if (properties === null || typeof properties !== "object") return undefined;
  const [name, test] = Object.entries(properties)[0] ?? [];
  if (name === undefined) return undefined;
  const constant = child(test, "const");
  if (constant !== undefined) return `"${name}" is ${show(constant)}`;
  const values = child(test, "enum");
  if (Array.isArray(values)) return `"${name}" is ${values.map(show).join(" or ")}`;
  const inner = wordsOf(test);
  if (inner !== undefined) return `"${name}.${inner.slice(1)}`;
  const type = child(test, "type");
  if (type === "null") return `"${name}" is null`;
  return typeof type === "string" ? `"${name}" is filled` : undefined;
}
