import { scanMarkdown } from "../parse/markdown.ts";
import { parseToml } from "../parse/toml.ts";
import type { Found } from "./discover.ts";
import type { AgentTable, CustomAgent, Prose } from "./pack.ts";
import { placeOf } from "./place-of.ts";
import type { ReadFiles } from "./read-files.ts";
import { asRecord } from "./record.ts";
import type { Source } from "./source.ts";
import { withoutMark } from "./without-mark.ts";

/**
 * Loads a custom agent's TOML; undefined, with the parser's findings kept, when it cannot be read.
 * @param table the table of a config.toml that names the file
 */
export function loadAgent({ path, scope }: Found, files: ReadFiles, table?: AgentTable): CustomAgent | undefined {
  const source = files.read(path);
  if (source === undefined) return undefined;
  const parsed = parseToml(withoutMark(source.text), source.file);
  files.findings.push(...parsed.findings);
  const fields = asRecord(parsed.value);
  if (fields === undefined) return undefined;
  const name = typeof fields["name"] === "string" ? fields["name"].trim() : "";
  const fieldAt: CustomAgent["fieldAt"] = (pointer, part) => placeOf(parsed, source.file, pointer, part);
  return {
    name: name || (table?.name ?? ""),
    nameAt: name === "" && table !== undefined ? table.fieldAt("") : fieldAt("/name"),
    path,
    source,
    scope,
    fields,
    fieldAt,
    instructions: typeof fields["developer_instructions"] === "string" ? instructionsOf(source) : undefined,
    table,
  };
}

/** The instructions as they are written, so that places in them are places in the file; escapes stay escapes. */
function instructionsOf(source: Source): Prose | undefined {
  const { text } = source;
  const opening = /^[ \t]*"?developer_instructions"?[ \t]*=[ \t]*("""|'''|"|')/m.exec(text);
  const quote = opening?.[1];
  if (opening === null || quote === undefined) return undefined;
  const start = opening.index + opening[0].length;
  const line = text.indexOf("\n", start);
  const close =
    quote.length === 3 ? text.indexOf(quote, start) : text.lastIndexOf(quote, line < 0 ? text.length : line);
  const end = close < start ? text.length : close;
  return { kind: "agent", source, start, end, markdown: scanMarkdown(text, start, end) };
}
