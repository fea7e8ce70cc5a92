import type { Diagnostic } from "../../core/diagnostic.ts";
import { Failure } from "../../core/failure.ts";

/**
 * Ends a command whose own files are broken: what a project asks for is not guessed.
 * @throws Failure with the first finding's code, and the others behind it
 */
export function failOnFindings([first, ...more]: readonly Diagnostic[]): void {
  if (first === undefined) return;
  throw new Failure(first.code, first.message, { where: first.where, hint: first.hint, findings: more });
}
