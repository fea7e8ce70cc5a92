import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import type { BaselineFile } from "./baseline-file.ts";

/** Entries of a baseline that nothing was found for, each at its place in the file. */
export function staleFindings({ read }: BaselineFile, stale: Iterable<number>): Diagnostic[] {
  if (read === undefined) return [];
  return [...stale].map((index) => {
    const { code = "", message = "" } = read.baseline.findings[index] ?? {};
    return diagnose("audit/stale-baseline", {
      message: `"${code}" is known here, but was not found: "${message}"`,
      where: read.whereOf(index),
      hint: "write the baseline anew with --write-baseline",
    });
  });
}
