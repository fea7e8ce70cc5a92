import { readSync } from "node:fs";
import { Failure } from "../core/failure.ts";

/**
 * Reads standard input to its end, as UTF-8. A pipe that another program made non-blocking has to be asked again.
 * @throws Failure parse/unreadable
 */
export function readStdin(): string {
  const chunks: Buffer[] = [];
  const buffer = Buffer.allocUnsafe(65_536);
  for (;;) {
    try {
      const length = readSync(0, buffer);
      if (length === 0) return Buffer.concat(chunks).toString("utf8");
      chunks.push(Buffer.from(buffer.subarray(0, length)));
    } catch (error) {
      const { code = "unknown" } = error as NodeJS.ErrnoException;
      if (code === "EOF") return Buffer.concat(chunks).toString("utf8");
      if (code !== "EAGAIN") {
        const where = { file: "<stdin>" };
        throw new Failure("parse/unreadable", `it cannot be read (${code})`, { where, cause: error });
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
