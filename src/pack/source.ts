import type { Where } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";

/** A file's text, and the places in it. */
export interface Source {
  /** The name findings give the file. */
  readonly file: string;
  readonly text: string;
  /** The place of `[start, end)`, in UTF-16 units. */
  readonly where: (start: number, end?: number) => Where;
}

/** A source whose line index is built when a place is asked for. */
export function makeSource(file: string, text: string): Source {
  let index: LineIndex | undefined;
  return {
    file,
    text,
    where: (start, end = start) => {
      index ??= new LineIndex(text);
      return { file, span: index.span(start, end) };
    },
  };
}
