import type { Diagnostic } from "../core/diagnostic.ts";
import type { Io } from "./io.ts";
import { inOwnName } from "./own-name.ts";

/** A finding as a person is told it: its hint names commands as they can call them. */
export function spokenFinding(io: Io, finding: Diagnostic): Diagnostic {
  return finding.hint === undefined ? finding : { ...finding, hint: inOwnName(io, finding.hint) };
}
