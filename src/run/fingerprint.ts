import { isJsonObject, type JsonValue } from "./json-value.ts";
import { sha256 } from "./sha256.ts";

/** SHA-256 (hex) of a request: equal for two that ask for the same, whatever the order of their keys. */
export function fingerprint(request: JsonValue): string {
  return sha256(canonicalText(request));
}

/** A JSON value as one text: equal for two that differ in the order of their keys only. */
export function canonicalText(value: JsonValue): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
