import { outlineSchema } from "../../src/response/outline.ts";

const heading = "## Answer\n";

/**
 * Replaces what stands under `## Answer` in an agent's TOML by the outline of its schema.
 * @throws Error when the agent has no such section or no schema
 */
export function withAnswerSection(text: string, path: string, schema: unknown): string {
  const start = text.indexOf(heading);
  const end = text.indexOf("'''", start);
  if (start < 0 || end < 0)
    throw new Error(`${path}: has no section "## Answer" inside developer_instructions = '''…'''`);
  if (schema === undefined) throw new Error(`${path}: references/schemas has no schema for this agent`);
  const outline = outlineSchema(schema);
  if (outline.includes("'''")) throw new Error(`${path}: the schema's texts hold ''', which ends the TOML string`);
  const lead =
    "Your final message is this JSON object alone: no prose around it, no code fence. A field marked ? may be absent or null.";
  return `${text.slice(0, start)}${heading}${lead}\n${outline}\n${text.slice(end)}`;
}
