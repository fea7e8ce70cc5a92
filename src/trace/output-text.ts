import { fieldsOf, listOf, textOrNull } from "./json-fields.ts";

/** What a tool answered, by the `output` of the line that tells it. */
export function outputText(output: unknown): string {
  if (typeof output === "string") return output;
  return listOf(output)
    .map((part) => textOrNull(fieldsOf(part)["text"]) ?? "")
    .join("\n");
}
