import { writeSync } from "node:fs";
import { Failure } from "../core/failure.ts";

/**
 * Writes synchronously, so that nothing is lost at exit; a closed pipe (`| head`) ends the program quietly. Standard error
 * that takes nothing is given up: there is nowhere left to say so.
 * @throws Failure cli/output-refused when standard output takes no more
 */
export function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code = "unknown" } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") process.exit(0);
      if (code === "EAGAIN") continue;
      if (descriptor === 2) return;
      throw refused(code, error);
    }
  }
}

function refused(code: string, cause: unknown): Failure {
  const why = code === "ENOSPC" ? "the disk is full" : "it takes nothing";
  return new Failure("cli/output-refused", `standard output cannot be written: ${why} (${code})`, {
    hint: "what was printed is not whole; clear the cause, and call it again",
    cause,
  });
}
