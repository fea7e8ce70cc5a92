import { type Diagnostic, diagnose, type Finding } from "../../src/core/diagnostic.ts";
import type { Report } from "../../src/render/report.ts";

/** A finding of `skill/dead-link`; what is left out is not there. */
export function deadLink(finding: Partial<Finding> = {}): Diagnostic {
  return diagnose("skill/dead-link", { message: "gone", where: { file: "a.md" }, ...finding });
}

/** A report of these findings over files that exist in a test only. */
export function reportOf(findings: readonly Diagnostic[], files: Readonly<Record<string, string>> = {}): Report {
  const checked = Object.keys(files).map((file) => ({ file, name: "tables" }));
  return { findings, checked, sourceOf: (file) => (Object.hasOwn(files, file) ? files[file] : undefined) };
}
