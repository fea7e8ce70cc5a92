import type { Rule } from "./rule.ts";
import { failedVerifierNotRerun } from "./rules/flow/failed-verifier-not-rerun.ts";
import { foreignAgent } from "./rules/flow/foreign-agent.ts";
import { haltIgnored } from "./rules/flow/halt-ignored.ts";
import { implementationUnapproved } from "./rules/flow/implementation-unapproved.ts";
import { outOfOrder } from "./rules/flow/out-of-order.ts";
import { passedVerifierRerun } from "./rules/flow/passed-verifier-rerun.ts";
import { stopSkipped } from "./rules/flow/stop-skipped.ts";
import { tooManyFixCycles } from "./rules/flow/too-many-fix-cycles.ts";
import { tooManyRevisions } from "./rules/flow/too-many-revisions.ts";
import { wrongLayer } from "./rules/flow/wrong-layer.ts";

/** Every rule a session is held to, live and afterwards. */
export const auditRules: readonly Rule[] = [
  failedVerifierNotRerun,
  foreignAgent,
  haltIgnored,
  implementationUnapproved,
  outOfOrder,
  passedVerifierRerun,
  stopSkipped,
  tooManyFixCycles,
  tooManyRevisions,
  wrongLayer,
];
