import type { Diagnostic } from "../core/diagnostic.ts";

/** What a renderer gets: findings in order, and the text of the files they point into, where it is known. */
export interface Report {
  readonly findings: readonly Diagnostic[];
  readonly sourceOf: (file: string) => string | undefined;
  /** What was checked, for reports that also say what is clean. */
  readonly checked: readonly { readonly file: string; readonly name: string }[];
}

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Counts findings by severity. */
export function tally(findings: readonly Diagnostic[]): Tally {
  const count = (severity: Diagnostic["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}

/** `2 errors, 1 warning`; `nothing found` when there is none. */
export function tallyWords({ errors, warnings, infos }: Tally): string {
  const words = [plural(errors, "error"), plural(warnings, "warning"), plural(infos, "note")].filter(
    (word) => !word.startsWith("0 "),
  );
  return words.length === 0 ? "nothing found" : words.join(", ");
}

/** `1 file`, `3 files`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
