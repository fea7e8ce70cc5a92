import type { Artifact } from "../approval.ts";
import { backoffMs } from "../backoff.ts";
import { capText, limits } from "../cap-text.ts";
import type { UpdateRun } from "../command.ts";
import { automatic } from "../event.ts";
import { later } from "../instant.ts";
import type { Refusal } from "../refusal.ts";
import { hasEnded } from "../run.ts";
import { currentApproval, currentAttempt, hasAttemptsLeft, hasOpenAttempt, isApproved, isGated, type Step, type StepStatus } from "../step.ts";
import { stepTransitions } from "../transitions.ts";
import type { Drafting } from "./drafting.ts";
import { gateRefusal } from "./gate.ts";
import { illegalRunStatus, illegalStepStatus } from "./illegal.ts";
import type { StepNotes } from "./report-step.ts";
import { settleRun } from "./settle.ts";

interface Move {
  readonly step: Step;
  readonly to: StepStatus;
  readonly notes: StepNotes;
  readonly actor: string;
  readonly update: UpdateRun;
  readonly again?: true;
}
