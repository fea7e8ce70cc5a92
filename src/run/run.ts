import type { Instant } from "./instant.ts";
import type { JsonObject } from "./json-value.ts";

export const runStatuses = [
  "pending",
  "running",
  "step_complete",
  "waiting_approval",
  "blocked",
  "paused",
  "completed",
  "failed",
  "stopped",
] as const;
export type RunStatus = (typeof runStatuses)[number];

export const priorities = ["low", "normal", "high", "critical"] as const;
export type Priority = (typeof priorities)[number];

/**
 * Whose word opens a gate. `enforced`: a person's decision only. `attested`: the actor may also state that approval was
 * received, which is recorded as such, with its words.
 */
export const approvalPolicies = ["attested", "enforced"] as const;
export type ApprovalPolicy = (typeof approvalPolicies)[number];

/** The file a run was started from, and the hash of its text at that time. */
export interface DefinitionSource {
  readonly file: string;
  readonly name: string;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/** A durable run: the fold of its events. Its initial state and its definition's snapshot stay in its first event. */
export interface Run {
  readonly id: string;
  readonly goal: string;
  readonly kind: string;
  /** Who holds the lease; it moves with a handoff only. */
  readonly owner: string | null;
  readonly priority: Priority;
  readonly approvals: ApprovalPolicy;
  readonly session: string | null;
  readonly definition: DefinitionSource | null;
  readonly status: RunStatus;
  /** When it came into its status. */
  readonly since: Instant;
  /** Counts the operations that changed it, opening included. */
  readonly revision: number;
  /** The number of its newest event. */
  readonly lastSeq: number;
  readonly state: JsonObject;
  readonly nextAction: string | null;
  /** What was last said about the run as a whole. */
  readonly summary: string | null;
  readonly evidence: string | null;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly endedAt: Instant | null;
}

/** Whether a run has ended for good: it never resumes. A failed one may be retried. */
export function hasEnded(status: RunStatus): boolean {
  return status === "completed" || status === "stopped";
}
