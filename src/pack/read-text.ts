import { readFileSync, statSync } from "node:fs";
import { Failure } from "../core/failure.ts";
import { decodeText } from "./decode-text.ts";

/**
 * Reads a regular file as UTF-8. Links are followed; pipes and devices, which may never end, are not read.
 * @param shown the path to name in findings
 * @throws Failure parse/unreadable, parse/too-large, parse/not-utf8
 */
export function readText(path: string, shown: string, sizeLimit = 4_000_000): string {
  const where = { file: shown };
  const fail = (message: string, cause?: unknown): Failure =>
    new Failure("parse/unreadable", message, { where, cause, hint: "check the path" });
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw fail("this is a directory, not a file");
    if (!stat.isFile()) throw fail("this is no regular file");
    if (stat.size > sizeLimit)
      throw new Failure("parse/too-large", `${stat.size} bytes, more than the ${sizeLimit} allowed`, { where });
    return decodeText(readFileSync(path), shown);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw fail(
      code === "ENOENT" || code === "ENOTDIR" ? "there is no such file" : `it cannot be read (${code})`,
      error,
    );
  }
}

/** The same text with LF line ends: how texts are compared whatever a checkout did to them. */
export function withUnixLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}
