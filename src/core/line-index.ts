import type { Span } from "./diagnostic.ts";

/**
 * Turns offsets of one text into lines and columns. LF, CRLF and lone CR each end a line; a byte order mark at the very
 * start belongs to no line, as editors have it.
 */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    const starts = [text.startsWith("\uFEFF") ? 1 : 0];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
    }
    this.#starts = starts;
    this.#text = text;
  }

  /** The span of `[start, end)`, cut at the end of its first line. Offsets outside the text mean its nearest end. */
  span(start: number, end: number = start): Span {
    const from = Math.max(this.#starts[0] ?? 0, Math.min(start, this.#text.length));
    const line = this.#lineAt(from);
    const lineStart = this.#starts[line] ?? 0;
    const lineEnd = lineStart + this.line(line + 1).length;
    const length = Math.min(end, lineEnd) - from;
    return { line: line + 1, column: from - lineStart + 1, ...(length > 0 ? { length } : {}) };
  }

  /** The offset of a line and column (from 1), at most the line's end. */
  offset(line: number, column: number): number {
    const start = this.#starts[line - 1] ?? this.#text.length;
    return start + Math.min(column - 1, this.line(line).length);
  }

  /** The text of a line (from 1) without its line end; empty when there is no such line. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return "";
    return this.#text.slice(start, this.#starts[number]).replace(/[\r\n]+$/, "");
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
