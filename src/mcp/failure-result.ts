import type { Diagnostic } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";

interface FailureResult {
  readonly [key: string]: unknown;
  readonly content: { readonly type: "text"; readonly text: string }[];
  readonly isError: true;
}

/**
 * A failure as a tool's result: a line each for it and its findings. Anything else is a bug of ours and goes on.
 * @throws whatever it was given, unless that is a Failure
 */
export function failureResult(error: unknown): FailureResult {
  if (!(error instanceof Failure)) throw error;
  return { content: [{ type: "text", text: [error, ...error.findings].map(inWords).join("\n") }], isError: true };
}

/** `file:line:column: what is wrong [code] (hint)`, as far as it is known. */
function inWords({ code, message, hint, where }: Failure | Diagnostic): string {
  const span = where?.span === undefined ? "" : `:${where.span.line}:${where.span.column}`;
  const place = where === undefined ? "" : `${where.file}${span}: `;
  return `${place}${message} [${code}]${hint === undefined ? "" : ` (${hint})`}`;
}
