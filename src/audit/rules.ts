import type { Rule } from "./rule.ts";
import { breaksSchema } from "./rules/answer/breaks-schema.ts";
import { proseAround } from "./rules/answer/prose-around.ts";
import { testsUnexplained } from "./rules/answer/tests-unexplained.ts";
import { unknownStatus } from "./rules/answer/unknown-status.ts";
import { foreignFiles } from "./rules/commit/foreign-files.ts";
import { unapproved } from "./rules/commit/unapproved.ts";
import { dropped } from "./rules/condition/dropped.ts";
import { unresolved } from "./rules/condition/unresolved.ts";
import { failedVerifierNotRerun } from "./rules/flow/failed-verifier-not-rerun.ts";
import { foreignAgent } from "./rules/flow/foreign-agent.ts";
import { haltIgnored } from "./rules/flow/halt-ignored.ts";
import { implementationUnapproved } from "./rules/flow/implementation-unapproved.ts";
import { outOfOrder } from "./rules/flow/out-of-order.ts";
import { passedVerifierRerun } from "./rules/flow/passed-verifier-rerun.ts";
import { planChanged } from "./rules/flow/plan-changed.ts";
import { requirementsNotReanalyzed } from "./rules/flow/requirements-not-reanalyzed.ts";
import { stopSkipped } from "./rules/flow/stop-skipped.ts";
import { tooManyFixCycles } from "./rules/flow/too-many-fix-cycles.ts";
import { tooManyRevisions } from "./rules/flow/too-many-revisions.ts";
import { wrongLayer } from "./rules/flow/wrong-layer.ts";
import { missingPath } from "./rules/handoff/missing-path.ts";
import { notDelivered } from "./rules/handoff/not-delivered.ts";
import { off } from "./rules/hooks/off.ts";
import { notesMissing } from "./rules/report/notes-missing.ts";
import { unproven } from "./rules/report/unproven.ts";
import { closedRunning } from "./rules/team/closed-running.ts";
import { inheritedConversation } from "./rules/team/inherited-conversation.ts";
import { leftRunning } from "./rules/team/left-running.ts";
import { nestedSpawn } from "./rules/team/nested-spawn.ts";
import { shortWait } from "./rules/team/short-wait.ts";
import { writeForbidden } from "./rules/team/write-forbidden.ts";

/** Every rule a session is held to, live and afterwards. */
export const auditRules: readonly Rule[] = [
  breaksSchema,
  proseAround,
  testsUnexplained,
  unknownStatus,
  foreignFiles,
  unapproved,
  dropped,
  unresolved,
  failedVerifierNotRerun,
  foreignAgent,
  haltIgnored,
  implementationUnapproved,
  outOfOrder,
  passedVerifierRerun,
  planChanged,
  requirementsNotReanalyzed,
  stopSkipped,
  tooManyFixCycles,
  tooManyRevisions,
  wrongLayer,
  missingPath,
  notDelivered,
  off,
  notesMissing,
  unproven,
  closedRunning,
  inheritedConversation,
  leftRunning,
  nestedSpawn,
  shortWait,
  writeForbidden,
];
