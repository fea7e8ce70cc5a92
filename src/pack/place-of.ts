import type { Where } from "../core/diagnostic.ts";
import { type Parsed, pointerOf, pointerSegments } from "../parse/parsed.ts";
import { asRecord } from "./record.ts";

/** The place of a TOML file's value, or of its key; the file's start for the whole of it, and for what has no place. */
export function placeOf(parsed: Parsed, file: string, pointer: string, part?: "key" | "value"): Where {
  // A table that is only written as `[a.b]` has no place of its own: its first part stands for it.
  const [child = ""] = Object.keys(asRecord(valueAt(parsed.value, pointer)) ?? {});
  const span = parsed.locate(pointer, part) ?? parsed.locate(`${pointer}${pointerOf([child])}`, part);
  return { file, span: pointer === "" || span === undefined ? { line: 1, column: 1 } : span };
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointerSegments(pointer).reduce<unknown>((at, key) => asRecord(at)?.[key], value);
}
