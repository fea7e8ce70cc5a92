import type { Instant } from "../instant.ts";
import type { ApprovalPolicy } from "../run.ts";
import type { RunStore } from "../store.ts";

/** What an operation needs of the world, as values. */
export interface RunContext {
  readonly store: RunStore;
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
  /** How ledgers opened here take approvals. */
  readonly approvals: ApprovalPolicy;
  /** SHA-256 (hex) of a file by its path in the checkout; null when there is none. */
  readonly measure: (path: string) => string | null;
}
