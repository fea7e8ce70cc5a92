import type { auditCodes } from "../../src/core/catalogue/audit.ts";
import type { Performance } from "./perform.ts";

/** A rule that sessions are held to. */
export type AuditCode = keyof typeof auditCodes;

/** A session of the corpus: the play it is a recording of, and what the audit has to find in it. */
export interface SessionCase extends Omit<Performance, "model"> {
  /** Below the corpus: `<area>/<what>/bad-<n>`, or `ok/<name>`. */
  readonly folder: string;
  /** What happens in it, in a sentence. */
  readonly what: string;
  /** Of Codex's subagent tools. */
  readonly generation: 1 | 2;
  /** The one rule it breaks; absent in a compliant session. */
  readonly breaks?: AuditCode;
  /** Rules whose situation a compliant session is in, and handles well. */
  readonly shows?: readonly AuditCode[];
}
