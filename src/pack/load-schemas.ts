import { parseJson } from "../parse/json.ts";
import { below } from "./below.ts";
import type { PackSchema } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";
import { tryCompile } from "./try-compile.ts";

/** Loads every `<agent>.schema.json` of a directory. */
export function loadSchemas(directory: string, files: ReadFiles): PackSchema[] {
  return files.reader.list(directory).flatMap(({ name, kind, link }) => {
    const agent = /^(.+)\.schema\.json$/.exec(name)?.[1];
    if (agent === undefined || kind !== "file" || link === "outside") return [];
    const source = files.read(below(directory, name));
    if (source === undefined) return [];
    const parsed = parseJson(source.text, source.file);
    files.findings.push(...parsed.findings);
    return parsed.value === undefined ? [] : [{ agent, source, parsed, ...tryCompile(parsed.value) }];
  });
}
