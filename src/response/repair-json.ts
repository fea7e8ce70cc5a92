import { jsonrepair } from "jsonrepair";
import type { Diagnostic } from "../core/diagnostic.ts";
import { parseJson } from "../parse/json.ts";

/** The repair takes quadratic time; a slip in a longer text is for its author to mend. In UTF-16 units. */
const longest = 100_000;

/**
 * Repairs the slips language models make in a JSON object (commas, quotes, comments, Python's words). Undefined when
 * nothing of the kind makes one object of it. The findings name keys given twice, which a repair must not settle.
 */
export function repairJson(
  body: string,
  file: string,
): { readonly value: object; readonly findings: readonly Diagnostic[] } | undefined {
  if (body.length > longest) return undefined;
  const { value, findings } = parseJson(repaired(body), file, Number.POSITIVE_INFINITY);
  return value !== null && typeof value === "object" && !Array.isArray(value) ? { value, findings } : undefined;
}

function repaired(body: string): string {
  try {
    return jsonrepair(body);
  } catch {
    return "";
  }
}
