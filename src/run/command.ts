import type { Artifact } from "./approval.ts";
import type { Observed, RunOpened } from "./event.ts";
import type { Instant } from "./instant.ts";
import type { JsonObject } from "./json-value.ts";
import type { RunStatus } from "./run.ts";
import type { StepStatus } from "./step.ts";

/** SHA-256 (hex) of files by their path in the checkout; null for one that does not exist. */
export type Measured = Readonly<Record<string, string | null>>;

/** Opens a run. A step may come with a status, as when work goes on that began elsewhere. */
export interface OpenRun {
  readonly type: "open";
  readonly runId: string;
  readonly actor?: string | undefined;
  readonly plan: RunOpened;
  readonly stepStatuses?: ReadonlyMap<string, StepStatus>;
}

/** What is reported about one step. Undefined leaves a field as it is, null clears it. */
export interface StepReport {
  readonly key: string;
  readonly title?: string | undefined;
  readonly status?: StepStatus | undefined;
  readonly requiresApproval?: boolean | undefined;
  readonly maxAttempts?: number | null | undefined;
  readonly notBefore?: Instant | null | undefined;
  readonly compensation?: string | null | undefined;
  /** The file an approval is asked for. */
  readonly artifact?: string | undefined;
  /** A loop of the definition leads to this step once more. */
  readonly again?: true;
}

/** Reports progress. `summary` and `evidence` are about the step when one is named, else about the run. */
export interface UpdateRun {
  readonly type: "update";
  readonly actor?: string | undefined;
  /** Refused unless the run is at this revision. */
  readonly ifRevision?: number | undefined;
  readonly step?: StepReport | undefined;
  readonly runStatus?: RunStatus | undefined;
  readonly summary?: string | undefined;
  readonly evidence?: string | null | undefined;
  readonly nextAction?: string | null | undefined;
  /** A merge patch (RFC 7396). */
  readonly state?: JsonObject | undefined;
  readonly measured?: Measured | undefined;
}

export interface HandOver {
  readonly type: "handoff";
  readonly actor: string;
  readonly ifRevision?: number | undefined;
  readonly newOwner: string;
  readonly note?: string | undefined;
  readonly nextAction?: string | null | undefined;
  /** By somebody who is not the owner. */
  readonly force?: boolean | undefined;
}

/** A person's decision about a gate. Without a step it is about the one that waits. */
export interface DecideApproval {
  readonly type: "decide_approval";
  readonly decision: "approved" | "rejected";
  readonly by: string;
  readonly ifRevision?: number | undefined;
  readonly step?: string | undefined;
  readonly words?: string | undefined;
  readonly artifact?: string | undefined;
  readonly measured?: Measured | undefined;
}

/** Tries again what failed: now, whatever wait was set. */
export interface RetryRun {
  readonly type: "retry";
  readonly actor?: string | undefined;
  readonly ifRevision?: number | undefined;
  readonly step?: string | undefined;
  readonly maxAttempts?: number | null | undefined;
}

/** What a session's doings mean to a step. It is what happened, not what somebody asks for: no gate is in its way. */
export interface StepSeen {
  readonly key: string;
  readonly to: StepStatus;
  readonly summary?: string | undefined;
  readonly evidence?: string | undefined;
  /** What is asked at a stop point. */
  readonly asked?: string | undefined;
  /** What a person decided there, in their words. */
  readonly decided?:
    | { readonly decision: "approved" | "rejected"; readonly words: string; readonly artifact: Artifact | null }
    | undefined;
}

/** Records what a session was seen to do. Baton's hooks give it; no tool takes it. */
export interface ObserveRun {
  readonly type: "observe";
  readonly actor: string;
  readonly ifRevision: number;
  readonly observed: readonly Observed[];
  readonly steps: readonly StepSeen[];
  /** The session that goes on with the run. */
  readonly newOwner?: string | undefined;
  readonly note?: string | undefined;
  readonly nextAction?: string | null | undefined;
  readonly state?: JsonObject | undefined;
  /** The words with which a person drops the work: the run ends with them. */
  readonly dropped?: string | undefined;
}

/** What can be asked of a run that is open. */
export type RunCommand = UpdateRun | HandOver | DecideApproval | RetryRun | ObserveRun;
