import type { Code } from "../../core/codes.ts";
import { Failure } from "../../core/failure.ts";
import type { Measured } from "../command.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Instant } from "../instant.ts";
import type { Decision, Refusal } from "../refusal.ts";
import type { RunState } from "../run-state.ts";
import type { EventMark, Idempotency } from "../store.ts";
import type { RunContext } from "./context.ts";
import { unknownRun } from "./resolve-run.ts";

/** A change of a run that is open: the decision on it, given hashes of the files it depends on, and what the caller is told. */
export interface Change {
  readonly runId: string;
  readonly decide: (state: RunState, now: Instant, measured: Measured) => Decision;
  readonly answer: (state: RunState, now: Instant) => object;
  readonly idempotency?: Idempotency | undefined;
}

/** What a caller is told of a change, and the run's newest event; without that where it was made before, under the same key. */
export interface Changed {
  readonly answer: object;
  readonly last: EventMark | undefined;
}

/**
 * Carries out a change. Files are measured outside the transaction, and only those that the decision turns out to need.
 * @throws Failure of every refusal, run/unknown-run, run/idempotency-conflict
 */
export async function commitChange(context: RunContext, change: Change): Promise<Changed> {
  const { store, now, measure } = context;
  const { runId, decide, answer, idempotency } = change;
  const measured: Record<string, string | null> = {};
  let at: Instant = "";
  for (;;) {
    const outcome = await store.change(runId, {
      decide: (state) => {
        at = now();
        return decide(state, at, measured);
      },
      answer: (state) => answer(state, at),
      idempotency,
    });
    switch (outcome.kind) {
      case "done":
        return { answer: outcome.answer, last: outcome.last };
      case "reused":
        return { answer: outcome.answer, last: undefined };
      case "unknown":
        throw await unknownRun(store, runId);
      case "conflict":
        throw keyConflict(idempotency);
      case "refused": {
        const path = outcome.refusal.measure;
        if (path === undefined || path in measured) throw refusalFailure(outcome.refusal);
        measured[path] = measure(path);
        break;
      }
      case "taken":
        throw new Error("a change cannot find its id taken");
    }
  }
}

/** A key with the fingerprint of the request it stands for. The session does not count: a retry may come from another one. */
export function idempotencyOf(tool: string, key: string | undefined, request: object): Idempotency | undefined {
  if (key === undefined) return undefined;
  return { key, fingerprint: fingerprint({ tool, request: JSON.parse(JSON.stringify(request)) }) };
}

/** Says that a key stands for another request. */
export function keyConflict(idempotency: Idempotency | undefined): Failure {
  return new Failure(
    "run/idempotency-conflict",
    `the idempotency key "${idempotency?.key}" stands for another request`,
    {
      hint: "send the same request again for its first answer, or use a new key for a new one",
    },
  );
}

const badInput: readonly Code[] = ["run/bad-input", "run/duplicate-step", "run/too-large", "run/unknown-step"];

/** A refusal as the failure that the caller gets. */
export function refusalFailure({ code, message, hint }: Refusal): Failure {
  return new Failure(code, message, { hint, ...(badInput.includes(code) ? { status: 2 } : {}) });
}
