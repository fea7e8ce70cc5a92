/** A table of TOML, an object of JSON. */
export type Table = Readonly<Record<string, unknown>>;

/** Whether a value of TOML or JSON is a table, not an array or a date. */
export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
