import type { Artifact } from "./approval.ts";
import type { Instant } from "./instant.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import type { ApprovalPolicy, DefinitionSource, Priority, RunStatus } from "./run.ts";
import type { StepPlan, StepStatus } from "./step.ts";

export interface RunOpened {
  readonly goal: string;
  readonly kind: string;
  readonly owner: string | null;
  readonly priority: Priority;
  readonly approvals: ApprovalPolicy;
  readonly session: string | null;
  readonly nextAction: string | null;
  readonly state: JsonObject;
  readonly steps: readonly StepPlan[];
  readonly definition: (DefinitionSource & { readonly snapshot: JsonValue }) | null;
}

/** What changed about the run as a whole; what is left out did not. */
export interface RunChanged {
  readonly from?: RunStatus;
  readonly to?: RunStatus;
  readonly nextAction?: string | null;
  /** A merge patch of the state (RFC 7396). */
  readonly state?: JsonObject;
  readonly summary?: string;
  readonly evidence?: string | null;
  /** Why, when nobody asked for it. */
  readonly reason?: string;
}

/** What changed about a step; what is left out did not. */
export interface StepChanged {
  readonly step: string;
  /** The attempt and the pass after the change. */
  readonly attempt: number;
  readonly pass: number;
  readonly from?: StepStatus;
  readonly to?: StepStatus;
  readonly title?: string;
  readonly summary?: string;
  readonly evidence?: string | null;
  readonly requiresApproval?: boolean;
  readonly maxAttempts?: number | null;
  readonly notBefore?: Instant | null;
  readonly compensation?: string | null;
  readonly reason?: string;
}

export interface ApprovalRequested {
  readonly step: string;
  readonly pass: number;
  readonly attempt: number;
  readonly asked: string | null;
  readonly artifact: Artifact | null;
}

export interface ApprovalDecided {
  readonly step: string;
  readonly pass: number;
  readonly attempt: number;
  readonly decision: "approved" | "rejected";
  readonly how: "person" | "attested";
  readonly by: string;
  readonly words: string | null;
  readonly artifact: Artifact | null;
}

export interface OwnerChanged {
  readonly from: string | null;
  readonly to: string;
  readonly note: string | null;
  /** Whether somebody else than the owner handed the run over. */
  readonly forced: boolean;
}

/** Something a session was seen to do: an event of its trace, texts capped. */
export interface Observed {
  readonly event: JsonObject;
  /** Of an answer: whether it fitted its schema then, and what was wrong with it where it did not. */
  readonly valid?: boolean;
  readonly findings?: readonly JsonObject[];
}

/** What can happen to a run, by kind. */
export type EventBody =
  | { readonly kind: "run_opened"; readonly payload: RunOpened }
  | { readonly kind: "run_changed"; readonly payload: RunChanged }
  | { readonly kind: "step_changed"; readonly payload: StepChanged }
  | { readonly kind: "approval_requested"; readonly payload: ApprovalRequested }
  | { readonly kind: "approval_decided"; readonly payload: ApprovalDecided }
  | { readonly kind: "owner_changed"; readonly payload: OwnerChanged }
  | { readonly kind: "observed"; readonly payload: Observed };

export interface EventEnvelope {
  readonly runId: string;
  /** Counts a run's events from 1 without a gap. */
  readonly seq: number;
  /** The run's revision after the operation; the events of one operation share it. */
  readonly revision: number;
  /** What the clock said. Clocks jump: the order is `seq`. */
  readonly at: Instant;
  /** Who did it; `baton` for what follows by itself. */
  readonly actor: string;
}

/** Something that happened to a run. Events are only ever appended. */
export type RunEvent = EventEnvelope & EventBody;

/** The actor of everything Baton does by itself. */
export const automatic = "baton";
