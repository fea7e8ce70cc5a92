import type { RunState } from "../../run-state.ts";
import type { Operation, Outcome } from "../../store.ts";
import type { Connection } from "./connection.ts";
import { claimKey, keepAnswer } from "./keys.ts";
import type { RecentRuns } from "./recent-runs.ts";
import { isCurrent, readRun, type StoredRun } from "./rows.ts";
import { appendToRun, insertRun } from "./write-run.ts";

/** Opens a run in one transaction. */
export function openRun(connection: Connection, operation: Operation<undefined>): Outcome {
  return operate(connection, operation, () => {
    const decision = operation.decide(undefined);
    if ("refusal" in decision) return { kind: "refused", refusal: decision.refusal };
    return insertRun(connection, decision.events) ?? { kind: "taken" };
  });
}

/** Changes a run in one transaction. */
export function changeRun(
  connection: Connection,
  recent: RecentRuns,
  runId: string,
  operation: Operation<RunState>,
): Outcome {
  return operate(connection, operation, () => {
    const kept = recent.get(runId);
    const outcome = kept === undefined ? undefined : changeStored(connection, kept, operation);
    const settled = outcome ?? changeRead(connection, runId, operation);
    if ("seal" in settled) recent.keep(settled);
    return settled;
  });
}

/** Decides on a run as it lies in the database now. */
function changeRead(connection: Connection, runId: string, operation: Operation<RunState>): Settled {
  const stored = readRun(connection, runId);
  if (stored === undefined) return { kind: "unknown" };
  const settled = changeStored(connection, stored, operation);
  if (settled === undefined) throw new Error("a run changed inside another one's transaction");
  return settled;
}

/** Decides on a run that was read before. Undefined, and nothing is written, when it has changed since. */
function changeStored(connection: Connection, stored: StoredRun, operation: Operation<RunState>): Settled | undefined {
  const decision = operation.decide(stored.state);
  if ("events" in decision && decision.events.length > 0) return appendToRun(connection, stored, decision.events);
  if (!isCurrent(connection, stored)) return undefined;
  return "refusal" in decision ? { kind: "refused", refusal: decision.refusal } : stored;
}

/** A run as an operation left it, or why it did nothing. */
type Settled = StoredRun | Exclude<Outcome, { kind: "done" }>;

function operate(
  connection: Connection,
  { answer, idempotency }: Pick<Operation<never>, "answer" | "idempotency">,
  work: () => Settled,
): Outcome {
  return connection.write<Outcome>(
    () => {
      const before = idempotency === undefined ? undefined : claimKey(connection, idempotency);
      if (before !== undefined) return before;
      const written = work();
      if ("kind" in written) return written;
      const told = answer(written.state);
      if (idempotency !== undefined) keepAnswer(connection, written.number, idempotency, told);
      return { kind: "done", answer: told, last: { seq: written.state.run.lastSeq, hash: written.head } };
    },
    (outcome) => outcome.kind === "done",
  );
}
