import type { Code } from "./codes.ts";
import { catalogue } from "./codes.ts";

export type Severity = "error" | "warning" | "info";

/** A stretch of a text file. `line` and `column` count from 1, `length` in UTF-16 units on that line. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

/** A place a person can go to: a file, a stretch of it, and the JSON pointer (RFC 6901) of the value there. */
export interface Where {
  readonly file: string;
  readonly span?: Span;
  readonly pointer?: string;
}

/** Something found in somebody's file: data, never thrown. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** Lower case, no final stop, the user's text in quotes. */
  readonly message: string;
  /** Imperative: what to do. */
  readonly hint?: string;
  readonly where: Where;
  readonly related?: readonly { readonly where: Where; readonly note: string }[];
}

export interface Finding {
  readonly message: string;
  readonly where: Where;
  readonly hint?: string | undefined;
  readonly severity?: Severity;
  readonly related?: Diagnostic["related"];
}

/** Makes a diagnostic; its severity is the catalogue's unless the finding states its own. */
export function diagnose(code: Code, finding: Finding): Diagnostic {
  return {
    code,
    severity: finding.severity ?? catalogue[code].severity,
    message: finding.message,
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    where: finding.where,
    ...(finding.related === undefined ? {} : { related: finding.related }),
  };
}
