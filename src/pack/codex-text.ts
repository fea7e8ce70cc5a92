/**
 * A value as Codex shows it where it expects a line of text: numbers and booleans as words, white space collapsed;
 * undefined for what it takes as absent. `undefined` also for a list or a table, which it refuses.
 */
export function codexText(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = String(value).trim().split(/\s+/).join(" ");
  return text === "" ? undefined : text;
}
