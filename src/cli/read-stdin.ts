import { readSync } from "node:fs";
import { Failure } from "../core/failure.ts";
import { decodeText } from "../pack/decode-text.ts";

const shown = "<stdin>";

/**
 * Reads standard input to its end, as UTF-8.
 * @throws Failure parse/unreadable, parse/not-utf8
 */
export function readStdin(): string {
  const chunks: Buffer[] = [];
  const buffer = Buffer.allocUnsafe(65_536);
  for (let length = readChunk(buffer); length > 0; length = readChunk(buffer))
    chunks.push(Buffer.from(buffer.subarray(0, length)));
  return decodeText(Buffer.concat(chunks), shown);
}

/** Waits for what comes next, 0 bytes at the end. A pipe that another program made non-blocking has to be asked again. */
function readChunk(buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(0, buffer);
    } catch (error) {
      const { code = "unknown" } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN")
        throw new Failure("parse/unreadable", `it cannot be read (${code})`, { where: { file: shown }, cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
