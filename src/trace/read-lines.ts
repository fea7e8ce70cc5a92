import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { headBytes, type LineHead, readHead } from "./line-head.ts";

/** One line of a session file. */
export interface RawLine {
  /** Counted from 1. */
  readonly number: number;
  readonly head: LineHead;
  /** Where in the file it begins, in bytes. */
  readonly from: number;
  /** The line without its end; valid only until the next line. */
  readonly bytes: Buffer;
}

/** What becomes of the lines. */
export interface LineSink {
  /** Sees each line's head once and says whether the line is worth its bytes; what is not is passed over unread. */
  see(head: LineHead, number: number): boolean;
  take(line: RawLine): void;
  /** A line that does not end as an object does, or that is longer than any line may be. */
  flawed(number: number, flaw: "torn" | "too long"): void;
}

const mostAtOnce = 1 << 20;
/** More than any line that Codex writes; a line beyond is passed over. */
const longestLine = 1 << 26;
const newline = 10;
const closingBrace = 125;

/** Reads a file line by line in memory that does not grow with it: a line that nobody wants is not even put together. */
export function readLines(file: string, sink: LineSink): void {
  const descriptor = openSync(file, "r");
  try {
    new LineReader(sink, fstatSync(descriptor).size).read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

class LineReader {
  readonly #sink: LineSink;
  #buffer: Buffer;
  /** Where in the file the buffer's bytes begin. */
  #offset = 0;
  /** Bytes of an unfinished line at the buffer's start. */
  #kept = 0;
  #number = 1;
  /** What was decided about the unfinished line. */
  #head: LineHead | undefined;
  #wanted = true;

  constructor(sink: LineSink, size: number) {
    this.#sink = sink;
    this.#buffer = Buffer.allocUnsafe(Math.min(mostAtOnce, Math.max(size, headBytes) + 1));
  }

  read(descriptor: number): void {
    for (;;) {
      const bytesRead = readSync(descriptor, this.#buffer, this.#kept, this.#buffer.length - this.#kept, null);
      const end = this.#kept + bytesRead;
      const from = this.#giveLines(end);
      if (bytesRead > 0) this.#keep(from, end);
      else {
        this.#give(from, end);
        return;
      }
    }
  }

  /** Gives every finished line; returns where the unfinished one begins. */
  #giveLines(end: number): number {
    let from = 0;
    let at = this.#buffer.indexOf(newline, this.#kept);
    while (at !== -1 && at < end) {
      this.#give(from, at);
      this.#number++;
      from = at + 1;
      at = this.#buffer.indexOf(newline, from);
    }
    return from;
  }

  #give(from: number, to: number): void {
    const head = this.#head ?? this.#headAt(from, to);
    const wanted = this.#head === undefined ? to > from && this.#sink.see(head, this.#number) : this.#wanted;
    this.#head = undefined;
    if (to > from && this.#buffer[to - 1] !== closingBrace) this.#sink.flawed(this.#number, "torn");
    else if (wanted) this.#take(head, from, to);
  }

  #take(head: LineHead, from: number, to: number): void {
    const bytes = this.#buffer.subarray(from, to);
    this.#sink.take({ number: this.#number, head, from: this.#offset + from, bytes });
  }

  #keep(from: number, end: number): void {
    if (from > 0) this.#buffer.copyWithin(0, from, end);
    this.#offset += from;
    this.#kept = end - from;
    if (this.#head === undefined) {
      if (this.#kept < headBytes) return;
      this.#head = this.#headAt(0, this.#kept);
      this.#wanted = this.#sink.see(this.#head, this.#number);
    }
    if (this.#wanted && this.#kept >= longestLine) {
      this.#sink.flawed(this.#number, "too long");
      this.#wanted = false;
    }
    if (!this.#wanted) this.#drop();
    else if (this.#kept === this.#buffer.length) this.#grow();
  }

  #drop(): void {
    this.#offset += this.#kept;
    this.#kept = 0;
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(this.#buffer.length * 2);
    this.#buffer.copy(larger, 0, 0, this.#kept);
    this.#buffer = larger;
  }

  #headAt(from: number, to: number): LineHead {
    return readHead(this.#buffer.toString("latin1", from, Math.min(to, from + headBytes)));
  }
}
