/** An object of some JSON that anybody may have written: what its fields hold is not known. */
export type JsonFields = Readonly<Record<string, unknown>>;

const none: JsonFields = {};

/** The value as an object; one without fields for anything else. */
export function fieldsOf(value: unknown): JsonFields {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as JsonFields) : none;
}

/** The value as a list; an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is a text, else null. */
export function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The object a text holds as JSON; undefined when it holds none. */
export function parseFields(text: string): JsonFields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as JsonFields) : undefined;
  } catch {
    return undefined;
  }
}
