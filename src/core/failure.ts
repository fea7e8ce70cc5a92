import type { Code } from "./codes.ts";
import type { Diagnostic, Where } from "./diagnostic.ts";

/** What the exit status tells a script: 2 the command was called wrongly, 3 it could not finish. */
export type FailureStatus = 2 | 3;

interface Details {
  readonly hint?: string | undefined;
  readonly where?: Where | undefined;
  readonly cause?: unknown;
  readonly status?: FailureStatus;
  /** Everything found on the way, when one sentence does not say it all (each install conflict, for example). */
  readonly findings?: readonly Diagnostic[];
}

/** An exception the user can act on. It is caught once, at the edge; anything else thrown is a bug of ours. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: Code;
  readonly hint: string | undefined;
  readonly where: Where | undefined;
  readonly status: FailureStatus;
  readonly findings: readonly Diagnostic[];

  constructor(code: Code, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.where = details.where;
    this.status = details.status ?? 3;
    this.findings = details.findings ?? [];
  }
}
