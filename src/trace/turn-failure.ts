import { fieldsOf, type JsonFields, textOrNull } from "./json-fields.ts";

/** Why a turn came to nothing, by the payload of the line that ends it (`task_complete`, `turn_aborted`); null when it did not. */
export function turnFailure(payload: JsonFields): string | null {
  if (payload["type"] === "turn_aborted") return textOrNull(payload["reason"]) ?? "aborted";
  const error = fieldsOf(payload["error"])["message"];
  return error === undefined ? null : `the turn failed: ${String(error)}`;
}
