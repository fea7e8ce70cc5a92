import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Failure } from "../core/failure.ts";

/**
 * A failure as findings: itself, and what it found on the way.
 * @param file where it belongs when it does not say
 */
export function failureFindings(failure: Failure, file: string): Diagnostic[] {
  const { code, message, hint, where = { file }, findings } = failure;
  return [diagnose(code, { message, hint, where, severity: "error" }), ...findings];
}
