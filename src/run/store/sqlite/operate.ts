import type { RunState } from "../../run-state.ts";
import type { Idempotency, Operation, Outcome } from "../../store.ts";
import type { Connection } from "./connection.ts";
import { readRun } from "./rows.ts";
import { appendToRun, insertRun } from "./write-run.ts";

/** Opens a run in one transaction. */
export function openRun(connection: Connection, runId: string, operation: Operation<undefined>): Outcome {
  return operate(connection, operation, () => {
    const decision = operation.decide(undefined);
    if ("refusal" in decision) return { kind: "refused", refusal: decision.refusal };
    return insertRun(connection, runId, decision.events) ?? { kind: "taken" };
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
      if (idempotency !== undefined)
        connection.run(
          "UPDATE keys SET run = ?, answer = ? WHERE key = ?",
          written.number,
          JSON.stringify(told),
          idempotency.key,
        );
      return { kind: "done", answer: told };
    },
    (outcome) => outcome.kind === "done",
  );
}

/** Takes a key for this request: the unique index says whether it was free. If not, what came before under it. */
function claimKey(connection: Connection, { key, fingerprint }: Idempotency): Outcome | undefined {
  const claimed = connection.run("INSERT INTO keys VALUES (?, 0, ?, '') ON CONFLICT DO NOTHING", key, fingerprint);
  if (claimed === 1) return undefined;
  const row = connection.row("SELECT fingerprint, answer FROM keys WHERE key = ?", key);
  if (row?.["fingerprint"] !== fingerprint) return { kind: "conflict" };
  return { kind: "reused", answer: JSON.parse(String(row["answer"])) };
}
