import type { RunState } from "../../run-state.ts";
import type { Operation, Outcome } from "../../store.ts";
import type { Connection } from "./connection.ts";
import { claimKey, keepAnswer } from "./keys.ts";
import { readRun } from "./rows.ts";
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
export function changeRun(connection: Connection, runId: string, operation: Operation<RunState>): Outcome {
  return operate(connection, operation, () => {
    const stored = readRun(connection, runId);
    if (stored === undefined) return { kind: "unknown" };
    const decision = operation.decide(stored.state);
    if ("refusal" in decision) return { kind: "refused", refusal: decision.refusal };
    const { number, state } = stored;
    return { number, state: decision.events.length === 0 ? state : appendToRun(connection, stored, decision.events) };
  });
}

type Written = { readonly number: number; readonly state: RunState };

function operate(
  connection: Connection,
  { answer, idempotency }: Pick<Operation<never>, "answer" | "idempotency">,
  work: () => Written | Exclude<Outcome, { kind: "done" }>,
): Outcome {
  return connection.write<Outcome>(
    () => {
      const before = idempotency === undefined ? undefined : claimKey(connection, idempotency);
      if (before !== undefined) return before;
      const written = work();
      if ("kind" in written) return written;
      const told = answer(written.state);
      if (idempotency !== undefined) keepAnswer(connection, written.number, idempotency, told);
      return { kind: "done", answer: told };
    },
    (outcome) => outcome.kind === "done",
  );
}
