import type { Artifact } from "../approval.ts";
import type { Measured } from "../command.ts";
import type { Refusal } from "../refusal.ts";
import { currentApproval, currentAttempt, hasAttemptsLeft, hasOpenAttempt, type Step } from "../step.ts";
import type { Drafting } from "./drafting.ts";
import { type Move, recordMove } from "./move.ts";
import { exhausted } from "./start-step.ts";

/** Drafts that a step waits for approval of its current attempt; asked again, the new question replaces the old one. */
export function askApproval(draft: Drafting, move: Move, noted: Step): Refusal | undefined {
  const { step, actor, notes, update } = move;
  if (!hasOpenAttempt(noted) && !hasAttemptsLeft(noted)) return exhausted(noted);
  const path = update.step?.artifact ?? currentApproval(step)?.artifact?.path;
  const artifact = path === undefined ? null : measuredArtifact(path, update.measured ?? {});
  if (artifact !== null && "code" in artifact) return artifact;
  recordMove(draft, move);
  const { key, pass } = step;
  draft.add(actor, {
    kind: "approval_requested",
    payload: { step: key, pass, attempt: currentAttempt(step), asked: notes.summary ?? null, artifact },
  });
  return undefined;
}

/** The file with its hash of now, or why there is none. */
export function measuredArtifact(path: string, measured: Measured): Artifact | Refusal {
  const sha256 = measured[path];
  if (typeof sha256 === "string") return { path, sha256 };
  return {
    code: "run/artifact-missing",
    message: `there is no file "${path}" to approve`,
    hint: "name an existing file of this checkout, relative to its root",
    ...(sha256 === undefined ? { measure: path } : {}),
  };
}
