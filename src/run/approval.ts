import type { Instant } from "./instant.ts";

/** A file an approval is about, with the SHA-256 (hex) of its bytes at that time. */
export interface Artifact {
  /** Relative to the checkout, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
}

/** What was asked about a step's attempt, and what was decided. It opens that attempt and no other. */
export interface Approval {
  readonly pass: number;
  readonly attempt: number;
  readonly status: "requested" | "approved" | "rejected";
  readonly asked: string | null;
  readonly askedBy: string | null;
  readonly requestedAt: Instant | null;
  readonly artifact: Artifact | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** `person`: somebody decided at a terminal or in a prompt of their own. `attested`: the actor said that somebody did. */
  readonly how: "person" | "attested" | null;
  readonly words: string | null;
}
