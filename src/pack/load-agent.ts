import type { Where } from "../core/diagnostic.ts";
import { scanMarkdown } from "../parse/markdown.ts";
import { type Parsed, pointerOf, pointerSegments } from "../parse/parsed.ts";
import { parseToml } from "../parse/toml.ts";
import type { Found } from "./discover.ts";
import type { CustomAgent, Prose } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";
import { asRecord } from "./record.ts";
import type { Source } from "./source.ts";
import { withoutMark } from "./without-mark.ts";

/** Loads a custom agent's TOML; undefined, with the parser's findings kept, when it cannot be read. */
export function loadAgent({ path, scope }: Found, files: ReadFiles): CustomAgent | undefined {
  const source = files.read(path);
  if (source === undefined) return undefined;
  const parsed = parseToml(withoutMark(source.text), source.file);
  files.findings.push(...parsed.findings);
  const fields = asRecord(parsed.value);
  if (fields === undefined) return undefined;
  const name = typeof fields["name"] === "string" ? fields["name"].trim() : "";
  return {
    name,
    path,
    source,
    scope,
    fields,
    fieldAt: (pointer, part) => placeOf(parsed, source, pointer, part),
    instructions: typeof fields["developer_instructions"] === "string" ? instructionsOf(source) : undefined,
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

function placeOf(parsed: Parsed, { file }: Source, pointer: string, part?: "key" | "value"): Where {
  // A table that is only written as `[a.b]` has no place of its own: its first part stands for it.
  const [child = ""] = Object.keys(asRecord(valueAt(parsed.value, pointer)) ?? {});
  const span = parsed.locate(pointer, part) ?? parsed.locate(`${pointer}${pointerOf([child])}`, part);
  return { file, span: pointer === "" || span === undefined ? { line: 1, column: 1 } : span };
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointerSegments(pointer).reduce<unknown>((at, key) => asRecord(at)?.[key], value);
}
