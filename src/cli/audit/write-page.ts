import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../core/failure.ts";
import type { Io } from "../io.ts";

/**
 * Writes a page to a file, or to standard output for `-`.
 * @throws Failure cli/usage when it cannot be written
 */
export function writePage(io: Io, target: string, page: string): void {
  if (target === "-") {
    io.out(page);
    return;
  }
  try {
    writeFileSync(resolve(io.cwd, target), page);
  } catch (error) {
    throw new Failure("cli/usage", `the page cannot be written: ${(error as Error).message}`, {
      cause: error,
      hint: "name a file in a directory that exists",
    });
  }
}
