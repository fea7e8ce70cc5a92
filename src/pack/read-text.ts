import { lstatSync, readFileSync } from "node:fs";
import { Failure } from "../core/failure.ts";

/**
 * Reads a regular file as UTF-8, invalid bytes replaced.
 * @param shown the path to name in findings
 * @throws Failure parse/unreadable, parse/too-large
 */
export function readText(path: string, shown: string, sizeLimit = 4_000_000): string {
  const fail = (message: string, cause?: unknown): never => {
    const where = { file: shown };
    throw new Failure("parse/unreadable", message, { where, cause, findings: [], hint: "check the path" });
  };
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return fail("there is no such file");
  if (stat.isDirectory()) return fail("this is a directory, not a file");
  if (stat.size > sizeLimit) {
    throw new Failure("parse/too-large", `${stat.size} bytes, more than the ${sizeLimit} allowed`, {
      where: { file: shown },
    });
  }
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return fail(`it cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`, error);
  }
}

/** The same text with LF line ends: how texts are compared whatever a checkout did to them. */
export function withUnixLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}
